package insights.segment;

import static insights.common.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.PackagedService;
import insights.common.testing.StartRefusal;
import insights.common.testing.TwoRoleDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

class StartRefusalIT extends StartRefusal {

    private final SegmentDatabase database = new SegmentDatabase();

    @Override
    protected Map<String, String> database() {
        return database.start();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "insights.erasure.key", "a-key-for-this-test-run-of-40-characters",
                "quarkus.rest-client.export-service.url", "http://localhost:1");
    }

    @Override
    protected List<String> missing() {
        return List.of(
                "insights.erasure.key",
                "quarkus.oidc.auth-server-url",
                "quarkus.oidc-client.credentials.secret",
                "quarkus.rest-client.export-service.url");
    }

    /** While a refresh is under way: it is waited for. */
    @Override
    protected List<String> end(PackagedService service) throws Exception {
        try (Connection holder = DriverManager.getConnection(System.getProperty(TwoRoleDatabase.URL_PROPERTY));
                Connection observer = DriverManager.getConnection(System.getProperty(TwoRoleDatabase.URL_PROPERTY))) {
            Thread keeping = Thread.startVirtualThread(() -> keep(holder));
            await().until(() -> isWaited(observer));
            List<String> log = super.end(service);
            keeping.join();
            assertThat(log).anyMatch(line -> line.contains("Refresh ") && line.contains(" is done"));
            return log;
        }
    }

    /** What every look for a refresh reads is kept from it for three seconds; then there is one to be done. */
    private static void keep(Connection connection) {
        try (Statement sql = connection.createStatement()) {
            sql.execute("""
                    begin;
                    lock table refresh;
                    insert into refresh (id, status, requested_at, trigger)
                    values (gen_random_uuid(), 'RUNNING', now(), 'SCHEDULED');
                    select pg_sleep(3);
                    commit""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWaited(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet waiting = sql.executeQuery("select from pg_locks where not granted")) {
            return waiting.next();
        }
    }

    @Override
    protected void endDatabase() {
        database.stop();
    }
}
