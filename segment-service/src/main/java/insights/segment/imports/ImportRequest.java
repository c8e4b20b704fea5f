package insights.segment.imports;

import insights.segment.field.FieldRole;
import insights.segment.file.FileFormat;
import insights.segment.file.Notation;
import java.util.Map;

/**
 * How a file is to be imported.
 *
 * @param idColumn name of the column that has the profile's id
 * @param widen whether a field whose values do not fit its type any more becomes text
 * @param renamed fields by the names that the file uses; an empty field leaves the column out
 * @param roles what columns are for, by the names that the file uses
 * @param readAs the parameters that say how the file is to be read, in one order: the same bytes read otherwise are another file
 * @param idempotencyKey of the request; may be null
 */
record ImportRequest(
        ImportMode mode,
        String idColumn,
        FileFormat format,
        Notation notation,
        boolean widen,
        Map<String, String> renamed,
        Map<String, FieldRole> roles,
        String readAs,
        String startedBy,
        String idempotencyKey) {}
