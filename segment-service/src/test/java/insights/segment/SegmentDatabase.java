package insights.segment;

import insights.common.testing.TwoRoleDatabase;

/** The database of this service. */
public class SegmentDatabase extends TwoRoleDatabase {

    public static final String NAME = "segment";

    public SegmentDatabase() {
        super(NAME);
    }

    /** Changes what the service itself may not: tables, triggers. */
    public static void asOwner(String statement) {
        asOwner(NAME, statement);
    }
}
