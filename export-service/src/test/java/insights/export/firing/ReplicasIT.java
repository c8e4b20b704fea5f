package insights.export.firing;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.OidcResource;
import insights.common.testing.PackagedService;
import insights.common.testing.Patience;
import insights.export.testing.ExportDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three processes of the packaged service on one database, woken by Quartz. One at a time dies and comes back. */
class ReplicasIT {

    private static final int EXPORTS = 60;

    /** One every quarter of a second, each again in half a day. The names say the times that are planned. */
    private static final String PLAN = """
            insert into export (id, display_name, connection_id, ledger_connection_id, segment_ids, data_matching,
                                audience_mode, schedule, next_fire_at, version, created_at, created_by, created_by_subject,
                                updated_at, updated_by, updated_by_subject)
            select uuidv7(), at::text, uuidv7(), uuidv7(), array[uuidv7()], '[]', 'LIST',
                   jsonb_build_object('kind', 'DAILY', 'timeZone', 'UTC', 'times',
                     jsonb_build_array(to_char(now() at time zone 'UTC' + interval '12 hours', 'HH24:MI'))),
                   at, 0, now(), 'test', 'test', now(), 'test', 'test'
            from (select date_trunc('milliseconds', now()) + number * interval '250 milliseconds' as at
                  from generate_series(1, %d) as number) as planned""".formatted(EXPORTS);

    private final ExportDatabase postgres = new ExportDatabase();
    private final OidcResource oidc = new OidcResource();
    private final Map<String, String> settings = new HashMap<>();
    private final List<Process> replicas = new ArrayList<>();

    @BeforeEach
    void startDatabase() {
        settings.putAll(postgres.start());
        settings.putAll(oidc.start());
        settings.put("quarkus.http.port", "0");
        settings.put("quarkus.management.port", "0");
        settings.put("insights.ledger.key", "a-key-for-this-test-run-of-40-characters");
        settings.put("insights.schedules.poll", "1s");
        // Nobody is asked: the runs stay in the queue.
        settings.put("quarkus.rest-client.destination-service.url", "http://localhost:1");
        settings.put("quarkus.rest-client.segment-service.url", "http://localhost:1");
        settings.put("insights.runs.parallel", "0");
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        for (Process replica : replicas) {
            replica.destroyForcibly();
            replica.waitFor();
        }
        oidc.stop();
        postgres.stop();
    }

    @Test
    @Timeout(180)
    void everyTimeIsFiredOnceWhileReplicasDie() throws Exception {
        // The first makes the tables.
        start();
        awaitReplicas(1);
        start();
        start();
        awaitReplicas(3);
        execute(PLAN);

        awaitFired(EXPORTS / 4);
        replicas.get(0).destroyForcibly();
        awaitFired(EXPORTS / 2);
        start();
        replicas.get(1).destroy();
        assertThat(replicas.get(1).waitFor(30, TimeUnit.SECONDS)).isTrue();
        awaitFired(EXPORTS);

        assertThat(number("select count(*) from run where trigger = 'SCHEDULED' and status = 'QUEUED'"))
                .isEqualTo(EXPORTS);
        assertThat(number("""
                        select count(*) from export join run on run.export_id = export.id
                        where run.scheduled_for = export.display_name::timestamptz
                          and export.next_fire_at > now() + interval '11 hours'""")).as("each at its own time").isEqualTo(EXPORTS);
        assertThat(number("select count(*) from run where queued_at > scheduled_for + interval '30 seconds'"))
                .as("taken over within 30 seconds")
                .isZero();
    }

    private void start() throws IOException {
        List<String> command =
                PackagedService.command(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), settings);
        Path log =
                Files.createDirectories(Path.of("target", "replicas")).resolve("replica-" + replicas.size() + ".log");
        replicas.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    private void awaitReplicas(int count) {
        await().until(() -> number("select count(*) from qrtz_scheduler_state") == count);
    }

    private void awaitFired(int count) {
        await().until(() -> number("select count(*) from run") >= count);
    }

    private static ConditionFactory await() {
        // Until the first replica has made the tables, there is nothing to count.
        return Patience.await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty(ExportDatabase.URL_PROPERTY));
    }
}
