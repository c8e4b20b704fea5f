package insights.export.ortto;

import insights.export.line.Operation;
import java.util.Locale;

/** What is asked of Ortto. */
enum OrttoOperation implements Operation {
    MERGE,
    FIND_PERSON,
    ARCHIVE_PERSON,
    DELETE_PERSON,
    LIST_TAGS,
    LIST_FIELDS,
    CREATE_FIELD;

    @Override
    public boolean isRepeatable() {
        return this != CREATE_FIELD;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
