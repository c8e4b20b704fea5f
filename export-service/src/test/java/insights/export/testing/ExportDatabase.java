package insights.export.testing;

import insights.common.testing.TwoRoleDatabase;

/** The database of this service. */
public class ExportDatabase extends TwoRoleDatabase {

    public ExportDatabase() {
        super("export");
    }
}
