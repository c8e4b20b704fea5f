package insights.common.migration;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Where the service does not migrate its database itself, lets it begin only when somebody else has. Until then it says what
 * is missing, is alive and not ready, and does nothing: no request, no job.
 */
@ApplicationScoped
class MigrationGate {

    private static final Logger LOG = Logger.getLogger(MigrationGate.class);
    private static final int BEFORE_ALL_OTHERS = Integer.MIN_VALUE;
    private static final String MIGRATING_ONLY = "migrate";
    private static final int LOOKS_PER_LINE = 15;
    private static final long PAUSE_SECONDS = 2;

    private final MissingMigrations migrations;
    private final Vertx vertx;
    private final boolean migrated;
    private final String host;
    private final int port;
    private final CountDownLatch stopped = new CountDownLatch(1);

    MigrationGate(
            MissingMigrations migrations,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.flyway.migrate-at-start") boolean migrated,
            @ConfigProperty(name = "quarkus.management.host", defaultValue = "0.0.0.0") String host,
            @ConfigProperty(name = "quarkus.management.port") int port) {
        this.migrations = migrations;
        this.vertx = vertx;
        this.migrated = migrated;
        this.host = host;
        this.port = port;
    }

    void pass(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event) {
        if (ConfigUtils.isProfileActive(MIGRATING_ONLY)) {
            throw new IllegalStateException(
                    "In the profile migrate the database is migrated and nothing else: leave quarkus.init-and-exit as it is");
        }
        if (migrated) {
            return;
        }
        List<String> missing = migrations.list();
        if (!missing.isEmpty()) {
            await(missing);
        }
    }

    private void await(List<String> missing) {
        Thread stop = new Thread(stopped::countDown, "end of the wait for migrations");
        Runtime.getRuntime().addShutdownHook(stop);
        WaitingRoom room = WaitingRoom.open(vertx, host, port, missing);
        try {
            for (int look = 0; !missing.isEmpty(); look++) {
                if (look % LOOKS_PER_LINE == 0) {
                    LOG.warnf(
                            "The database is not migrated, so this service waits: it lacks %s. QUARKUS_PROFILE=migrate migrates it, as its owner",
                            String.join(", ", missing));
                }
                if (stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Told to stop before the database was migrated");
                }
                missing = migrations.list();
            }
            Runtime.getRuntime().removeShutdownHook(stop);
            LOG.info("The database is migrated");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the database was migrated", e);
        } finally {
            room.close();
        }
    }
}
