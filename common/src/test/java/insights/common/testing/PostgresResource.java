package insights.common.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

/** A real PostgreSQL on a free port for the tests of one service, gone when they are done. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    /** The library's ten seconds are short on a machine that starts three at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = server();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                // Packaged services do not know of test ports for the management interface.
                "quarkus.management.port", "0",
                "quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", "postgres"),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres");
    }

    @Override
    public void stop() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A server for who needs one of its own. Its sessions are not in UTC, so that SQL which relies on the session's zone
     * fails.
     */
    public static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(FreePort.next())
                .setPGStartupWait(PATIENCE)
                .setServerConfig("timezone", "America/Los_Angeles")
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "100")
                .start();
    }
}
