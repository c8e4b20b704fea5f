package insights.destination.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.common.problem.HttpProblem;
import insights.common.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EnumerationLimitTest {

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final EnumerationLimit limit = new EnumerationLimit(() -> 3, clock);

    @Test
    void refusesWhoMissesTooOften() {
        miss("one", 2);
        allowed("one");
        miss("one", 1);
        refused("one");
        allowed("other");
    }

    @Test
    void forgivesWithTime() {
        miss("one", 3);
        clock.advance(Duration.ofSeconds(19));
        refused("one");
        clock.advance(Duration.ofSeconds(1));
        allowed("one");
        miss("one", 1);
        refused("one");
    }

    @Test
    void goesOnTellingOfWhatItHasToldBefore() {
        UUID known = UUID.randomUUID();
        assertThatCode(() -> limit.require("one", known, true)).doesNotThrowAnyException();
        miss("one", 3);
        refused("one");
        assertThatCode(() -> limit.require("one", known, true)).doesNotThrowAnyException();
    }

    private void miss(String subject, int times) {
        for (int i = 0; i < times; i++) {
            limit.require(subject, UUID.randomUUID(), false);
        }
    }

    private void allowed(String subject) {
        assertThatCode(() -> limit.require(subject, UUID.randomUUID(), true)).doesNotThrowAnyException();
    }

    private void refused(String subject) {
        assertThatThrownBy(() -> limit.require(subject, UUID.randomUUID(), true))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> org.assertj.core.api.Assertions.assertThat(
                                problem.getStatusCode())
                        .isEqualTo(429));
    }
}
