package insights.export.retention;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of runs that are over, and what is forgotten of them. */
@QuarkusTest
class RunHistoryTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    AgroalDataSource database;

    @Inject
    RunCleaner cleaner;

    @Test
    void listsNewestFirstPageByPageAndByStatus() {
        String export = export();
        String first = Api.run(export).getString("id");
        neighbours.profile(prefix + "bad", Instant.EPOCH, Map.of(), customers);
        String second = Api.run(export).getString("id");
        String third = Api.run(export).getString("id");
        String path = "/exports/" + export + "/runs";

        assertThat(ids(path)).containsExactly(third, second, first);
        assertThat(ids(path + "?status=COMPLETED_WITH_WARNINGS")).containsExactly(third, second);
        assertThat(ids(path + "?status=CANCELED")).isEmpty();
        String next = Api.as("viewer")
                .get(path + "?status=COMPLETED_WITH_WARNINGS&limit=1")
                .path("next");
        assertThat(ids(next)).containsExactly(second);
    }

    @Test
    void forgetsOldReportsThenOldRunsButNotTheLastOfAnExport() throws Exception {
        neighbours.profile(prefix + "bad", Instant.EPOCH, Map.of(), customers);
        String export = export();
        String oldest = Api.run(export).getString("id");
        String old = Api.run(export).getString("id");
        String last = Api.run(export).getString("id");
        age(oldest, 500);
        age(old, 100);
        age(last, 600);

        cleanAtOnce(4);

        assertThat(ids("/exports/" + export + "/runs")).containsExactly(last, old);
        assertThat(Api.rejections(export, old)).as("older than 90 days").isEmpty();
        assertThat(Api.get(export, old).getInt("totals.rejected")).isEqualTo(1);
        assertThat(Api.rejections(export, last)).as("the last one").hasSize(1);
    }

    private void cleanAtOnce(int replicas) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> cleaning = Stream.<Callable<Void>>generate(() -> () -> {
                        cleaner.clean();
                        return null;
                    })
                    .limit(replicas)
                    .toList();
            for (var done : threads.invokeAll(cleaning)) {
                done.get();
            }
        }
    }

    private String export() {
        neighbours.profile(prefix + "good", Instant.EPOCH, Map.of("email", "good@example.com"), customers);
        return Api.create(connection, customers);
    }

    private void age(String run, int days) throws SQLException {
        try (Connection direct = database.getConnection();
                Statement sql = direct.createStatement()) {
            sql.executeUpdate("update run set finished_at = clock_timestamp() - interval '%d days' where id = '%s'"
                    .formatted(Duration.ofDays(days).toDays(), run));
        }
    }

    private static List<String> ids(String path) {
        return Api.as("viewer")
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
