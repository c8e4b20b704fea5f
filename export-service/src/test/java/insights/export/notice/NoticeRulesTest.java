package insights.export.notice;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.NoticeReceiver;
import insights.export.testing.NoticeReceiver.Notice;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of which ended runs somebody hears, and how often. */
@QuarkusTest
class NoticeRulesTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

    private final NoticeReceiver receiver = NoticeReceiver.get();
    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID segment = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString();

    @Test
    void tellsOfAGuardThatStoppedARun() {
        people(2, "no address");
        String export = Api.create(connection, segment);
        Api.run(export);
        Json event = only(export).event();
        assertThat(event.getString("type")).isEqualTo("insights.export.run.skipped");
        assertThat(event.getString("data.reason")).isEqualTo("NO_EMAIL_ADDRESSES");
    }

    @Test
    void tellsOfManyRejectedProfilesAndNotOfFew() {
        people(10, "person%d@example.com");
        neighbours.profile(prefix + "x", EARLY, Map.of("first_name", "X"), segment);
        String many = Api.create(connection, segment);
        assertThat(Api.run(many).getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        Json event = only(many).event();
        assertThat(event.getString("type")).isEqualTo("insights.export.run.completed-with-warnings");
        assertThat(event.getInt("data.rejected")).isEqualTo(1);
        assertThat(event.getInt("data.profiles")).isEqualTo(11);

        people(30, "person%d@example.com");
        String few = Api.create(connection, segment);
        assertThat(Api.run(few).getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertNothingIsTold(few);
    }

    @Test
    void tellsOfNothingThatIsAsItShouldBe() {
        people(3, "person%d@example.com");
        String export = Api.create(connection, segment);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertNothingIsTold(export);
    }

    @Test
    void tellsTheSameUntilItIsAcknowledgedAndThenNoMore() {
        people(2, "no address");
        String export = Api.create(connection, segment);
        receiver.refuse(export, 2);
        Api.run(export);
        Patience.await().until(() -> receiver.of(export).size() == 3);
        assertNothingMoreComes(export);
        List<Notice> told = receiver.of(export);
        assertThat(told).hasSize(3);
        assertThat(told).extracting(Notice::body).containsOnly(told.getFirst().body());
        assertThat(told)
                .extracting(notice -> notice.headers().get("webhook-id"))
                .containsOnly(told.getFirst().event().getString("id"));
    }

    private Notice only(String export) {
        Patience.await().until(() -> !receiver.of(export).isEmpty());
        assertThat(receiver.of(export)).hasSize(1);
        return receiver.of(export).getFirst();
    }

    private void assertNothingIsTold(String export) {
        assertNothingMoreComes(export);
        assertThat(receiver.of(export)).isEmpty();
    }

    /** What happens later comes later: when another export's notice is here, one of this would be, too. */
    private void assertNothingMoreComes(String export) {
        UUID empty = neighbours.segment("Nobody has an address");
        neighbours.profile(prefix + "later", EARLY, Map.of("first_name", "Late"), empty);
        int before = receiver.of(export).size();
        String later = Api.create(connection, empty);
        Api.run(later);
        Patience.await().atMost(Duration.ofSeconds(60)).until(() -> !receiver.of(later)
                .isEmpty());
        assertThat(receiver.of(export)).hasSize(before);
    }

    private void people(int count, String email) {
        IntStream.range(0, count)
                .forEach(i -> neighbours.profile(
                        prefix + i, EARLY, Map.of("first_name", "P", "email", email.formatted(i)), segment));
    }
}
