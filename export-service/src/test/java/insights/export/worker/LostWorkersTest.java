package insights.export.worker;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that ends whoever works on it does not end all replicas, one after the other, for ever. */
@QuarkusTest
class LostWorkersTest {

    @Inject
    Scheduler scheduler;

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID customers = neighbours.segment("Customers");

    @BeforeEach
    void rest() {
        scheduler.pause();
    }

    @AfterEach
    void workAgain() {
        scheduler.resume();
    }

    @Test
    void aRunThatNoWorkerSurvivesIsGivenUp() {
        neighbours.profile(
                UUID.randomUUID().toString(),
                Instant.EPOCH,
                Map.of("email", "ana@example.com", "first_name", "Ana", "points", 1),
                customers);
        String export = Api.create(connection, customers);
        Json given = afterLosing(10, export);
        assertThat(given.getString("status")).isEqualTo("FAILED_PERMANENT");
        assertThat(given.getString("reason")).isEqualTo("WORKERS_LOST");
        assertThat(autopilot.totalRequests()).isZero();

        scheduler.pause();
        assertThat(afterLosing(9, export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.contacts()).containsKey("ana@example.com");
    }

    /** The last of so many workers has just fallen silent. */
    private Json afterLosing(int workers, String export) {
        String run = Api.start(export, false).then().statusCode(202).extract().path("id");
        new Rows(database).change("""
                update run set status = 'PROCESSING', owner = 'lost', epoch = ?, lost_workers = ?,
                               lease_until = clock_timestamp() - interval '1 minute'
                where id = ?""", workers, workers, UUID.fromString(run));
        scheduler.resume();
        return Api.end(export, run);
    }
}
