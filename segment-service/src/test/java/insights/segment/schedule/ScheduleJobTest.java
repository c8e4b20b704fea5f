package insights.segment.schedule;

import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.as;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ScheduleJobTest {

    @Inject
    Database database;

    @Inject
    ScheduleJob job;

    @AfterEach
    void off() {
        schedule("kind = 'OFF', times = '', next_at = null");
    }

    /** Case T05. */
    @Test
    void startsOneRefreshForTimesThatWentByHoweverManyReplicasLook() {
        schedule("kind = 'DAILY', times = '06:00,18:00', next_at = now() - interval '3 days'");
        Stream.generate(() -> CompletableFuture.runAsync(job::startDue))
                .limit(8)
                .toList()
                .forEach(CompletableFuture::join);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(started()).hasSize(1));
        job.startDue();
        assertThat(started()).hasSize(1);
    }

    private static List<Object> started() {
        return as("viewer")
                .get("/refreshes")
                .then()
                .extract()
                .path("items.findAll { it.trigger == 'SCHEDULED' && it.requestedBy == null }");
    }

    private void schedule(String values) {
        database.transaction(
                connection -> Database.update(connection, Sql.of("update refresh_schedule set " + values)));
    }
}
