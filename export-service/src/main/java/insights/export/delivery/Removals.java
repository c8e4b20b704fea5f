package insights.export.delivery;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.export.definition.Export;
import insights.export.definition.ExportRemovalService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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

    /** The export goes, unless it still shows somebody in an audience or has somebody to erase; in the caller's transaction. */
    public void endIfNothingIsLeft(Connection connection, Export export) throws SQLException {
        if (isNothingLeft(connection, export.id())) {
            former.keepThoseOf(connection, export.id());
            Database.update(connection, Sql.of("delete from export where id = ?", export.id()));
            exports.takenOff(export);
        }
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
