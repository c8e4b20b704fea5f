package insights.export.run;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Notes what somebody should look at after a run. */
public final class RunWarnings {

    private RunWarnings() {}

    /** Once for a segment; in the transaction of the run. */
    public static void note(Connection database, UUID run, WarningReason reason, UUID segment, String detail)
            throws SQLException {
        Database.update(
                database,
                Sql.of(
                        "insert into run_warning (run_id, reason, segment_id, detail) values (?, ?, ?, ?) on conflict do nothing",
                        run,
                        reason.name(),
                        segment,
                        detail));
    }
}
