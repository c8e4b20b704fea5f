package insights.export.delivery;

import insights.export.comparison.WorkRepository;
import insights.export.definition.Export;
import insights.export.definition.ExportRemovalService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

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
        if (WorkRepository.isNothingLeft(connection, export.id())) {
            former.keepThoseOf(connection, export.id());
            WorkRepository.remove(connection, export.id());
            exports.takenOff(export);
        }
    }
}
