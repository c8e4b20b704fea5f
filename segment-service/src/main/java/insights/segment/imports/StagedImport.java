package insights.segment.imports;

import insights.segment.file.Columns;
import java.sql.Connection;
import java.util.UUID;

/**
 * A file that has been taken in and waits to be merged.
 *
 * @param rejected how many of the lines received were rejected while the file was read
 * @param distinct whether it is known that no id came twice
 * @param fingerprinted whether the staged rows have the fingerprints by which erased profiles are known
 * @param connection whose transaction has the staging table
 */
record StagedImport(
        UUID id,
        ImportRequest request,
        Columns columns,
        long received,
        long rejected,
        boolean distinct,
        boolean fingerprinted,
        Connection connection) {}
