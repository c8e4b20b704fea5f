package insights.segment.optout;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.sql.Sql;
import insights.segment.erasure.Tombstones;
import insights.segment.field.Field;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes over the opt-outs of profiles that were imported before there were opt-outs, once, before the first request: fields
 * whose names are plain get their roles, and whoever has a field of the role OPT_OUT true is opted out from then on.
 */
@ApplicationScoped
class OptOutTakeover {

    private static final Logger LOG = Logger.getLogger(OptOutTakeover.class);

    private final Database database;
    private final FieldRepository fields;
    private final OptOutScan scan;

    OptOutTakeover(Database database, FieldRepository fields, OptOutScan scan) {
        this.database = database;
        this.fields = fields;
        this.scan = scan;
    }

    void onStart(@Observes StartupEvent event) {
        database.transaction(connection -> {
            takeOver(connection);
            return null;
        });
    }

    /** Replicas that start together do it one after the other, which is once. */
    void takeOver(Connection connection) throws SQLException {
        if (isDone(connection)) {
            return;
        }
        JobLock.queue(connection, Tombstones.LOCK);
        if (isDone(connection)) {
            return;
        }
        Instant now = Database.now(connection);
        for (Field field : fields.list(connection)) {
            FieldRole role = Field.plainRole(field.name(), field.type());
            if (field.role() == null && role != null) {
                fields.setRole(connection, field.name(), role);
            }
        }
        List<String> optOutFields = fields.withRole(connection, FieldRole.OPT_OUT);
        long found = scan.run(connection, optOutFields, now);
        Database.update(connection, Sql.of("insert into opt_out_takeover (id, done_at) values (1, ?)", now));
        LOG.infof("Took over %d opt-outs of profiles that were imported before", found);
    }

    private static boolean isDone(Connection connection) throws SQLException {
        return Database.first(
                        connection, Sql.of("select exists (select from opt_out_takeover)"), row -> row.getBoolean(1))
                .orElseThrow();
    }
}
