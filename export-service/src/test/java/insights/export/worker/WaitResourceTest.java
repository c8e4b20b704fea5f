package insights.export.worker;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What people see of a run that gets no answer. */
@QuarkusTest
class WaitResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID segment = neighbours.segment("Customers");

    /** Case P10. */
    @Test
    void namesWhoIsWaitedForAndForgetsItWhenTheAnswerIsThere() {
        neighbours.profile(
                UUID.randomUUID().toString(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of("email", "waiting@example.com"),
                segment);
        String export = Api.create(neighbours.connection(new Sandbox(), 1_000), segment);
        CountDownLatch seen = new CountDownLatch(1);
        // Counted as it is started, and then by the run.
        neighbours.afterPeopleWereCounted(() -> neighbours.afterPeopleWereCounted(() -> await(seen)));
        String run = Api.start(export, false).path("id");

        String path = "/exports/" + export + "/runs/" + run;
        assertThat(Api.until(path, read -> read.get("waiting") != null || read.get("finishedAt") != null)
                        .getString("waiting.reason"))
                .isEqualTo("SEGMENT_SERVICE");

        seen.countDown();
        assertThat(Api.end(export, run).<Object>get("waiting")).isNull();
        assertThat(Api.get(export, run).getString("status")).isEqualTo("SUCCESSFUL");
    }

    private static void await(CountDownLatch seen) {
        try {
            seen.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
