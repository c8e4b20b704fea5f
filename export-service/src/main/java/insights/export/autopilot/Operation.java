package insights.export.autopilot;

import java.util.Locale;

/** What is asked of Autopilot: how requests are called in metrics and traces. */
enum Operation {
    UPSERT,
    UPSERT_ONE,
    FIND_CONTACT,
    DELETE_CONTACT,
    FIND_LIST,
    CREATE_LIST,
    JOIN,
    LEAVE;

    /** Whether it may be asked again when there was no answer. */
    boolean isRepeatable() {
        return this != CREATE_LIST;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
