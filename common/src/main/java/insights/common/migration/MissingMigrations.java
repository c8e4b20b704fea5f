package insights.common.migration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** What this program has of migrations that its database has not. Migrations of a later program are none of its business. */
@ApplicationScoped
class MissingMigrations {

    /** PostgreSQL's insufficient_privilege. */
    private static final String MAY_NOT_READ = "42501";

    private final Flyway flyway;

    MissingMigrations(Flyway flyway) {
        this.flyway = flyway;
    }

    /** By version and description, the first one first; empty when the database is as the program wants it. */
    List<String> list() {
        try {
            return Arrays.stream(flyway.info().pending())
                    .map(MissingMigrations::name)
                    .toList();
        } catch (FlywayException e) {
            // What the service may not read was migrated by a program that did not let it.
            if (mayNotRead(e)) {
                return Arrays.stream(flyway.getConfiguration().getLocations())
                        .map(location -> "those of " + location)
                        .toList();
            }
            throw e;
        }
    }

    private static String name(MigrationInfo migration) {
        return "V%s %s".formatted(migration.getVersion(), migration.getDescription());
    }

    private static boolean mayNotRead(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && MAY_NOT_READ.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
