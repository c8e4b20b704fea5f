package insights.export.autopilot;

import insights.export.line.Operation;
import java.util.Locale;

/** What is asked of Autopilot. */
enum AutopilotOperation implements Operation {
    UPSERT,
    UPSERT_ONE,
    FIND_CONTACT,
    DELETE_CONTACT,
    FIND_LIST,
    CREATE_LIST,
    READ_LIST,
    JOIN,
    LEAVE;

    @Override
    public boolean isRepeatable() {
        return this != CREATE_LIST;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
