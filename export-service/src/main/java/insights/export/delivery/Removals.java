package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.definition.Export;
import insights.export.definition.ExportRemovalService;
import insights.export.run.Purpose;
import insights.export.run.WarningReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Ends the removal of exports whose people were taken off first. */
@ApplicationScoped
public class Removals {

    private final FormerContacts former;
    private final ExportRemovalService exports;

    Removals(FormerContacts former, ExportRemovalService exports) {
        this.former = former;
        this.exports = exports;
    }

    /**
     * The export goes, unless it still shows somebody in an audience or has somebody to erase; in the caller's transaction. Whom its
     * runs could not find is told in the audit trail, as they go with the export.
     */
    public void endIfNothingIsLeft(Connection connection, Export export) throws SQLException {
        if (isNothingLeft(connection, export.id())) {
            former.keepThoseOf(connection, export.id());
            List<String> notFound = notFound(connection, export.id());
            Database.update(connection, Sql.of("delete from export where id = ?", export.id()));
            exports.takenOff(export, notFound);
        }
    }

    private static List<String> notFound(Connection connection, UUID export) throws SQLException {
        Sql sql = Sql.of("""
                select distinct warning.detail from run_warning warning join run on run.id = warning.run_id
                where run.export_id = ? and run.purpose = ? and warning.reason = ? order by 1""", export, Purpose.TAKE_OFF.name(), WarningReason.MAY_STILL_BE_THERE.name());
        return Database.list(connection, sql, row -> row.getString(1));
    }

    /** It stays so until the end of the transaction: whoever is erased meanwhile waits for it. */
    private static boolean isNothingLeft(Connection connection, UUID export) throws SQLException {
        return Database.first(connection, Sql.of("""
                select from export e where e.id = ?
                  and not exists (select from ledger l where l.export_id = e.id
                                    and cardinality(l.memberships || l.joining || l.flags || l.flagging) > 0)
                  and not exists (select from erasure p join export x on x.id = p.export_id
                                  where x.id = e.id or x.former_of = e.id)
                for update of e""", export), row -> true).isPresent();
    }
}
