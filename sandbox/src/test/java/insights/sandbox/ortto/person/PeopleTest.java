package insights.sandbox.ortto.person;

import static org.assertj.core.api.Assertions.assertThat;

import insights.sandbox.ortto.tag.Tags;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private static final Instant NOW = Instant.parse("2025-11-01T10:11:12Z");

    @Test
    void anIdIsOfOnePersonWhateverTheAccount() {
        assertThat(firstId()).isNotEqualTo(firstId());
    }

    private static String firstId() {
        People people = new People(new Tags(Clock.fixed(NOW, ZoneOffset.UTC)));
        return PersonId.of(people.nextNumber(), NOW.toEpochMilli());
    }
}
