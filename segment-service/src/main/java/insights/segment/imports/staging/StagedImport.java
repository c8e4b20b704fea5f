package insights.segment.imports.staging;

import insights.segment.file.column.Columns;
import insights.segment.imports.request.ImportRequest;
import java.sql.Connection;
import java.util.UUID;

/**
 * A file that has been taken in and waits to be merged.
 *
 * @param mayBeCut whether the last line may not be whole
 * @param rejected how many of the lines received were rejected while the file was read
 * @param kept how many rejections are kept so far
 * @param ascending whether the ids came in ascending order, so that none came twice
 * @param optOuts what the lines say of opt-outs
 * @param marked whether all staged rows have the fingerprints by which people who were erased or opted out are known
 * @param addressed whether they have those of their addresses
 * @param said a hash of what the lines say of opt-outs, by which a file is known that says the same; null when it says nothing
 * @param content a hash of all that stands in the file, by which it is known when it was refused before
 * @param connection whose transaction has the staging table
 */
public record StagedImport(
        UUID id,
        ImportRequest request,
        Columns columns,
        long received,
        boolean mayBeCut,
        long rejected,
        long kept,
        boolean ascending,
        OptOutReader optOuts,
        boolean marked,
        boolean addressed,
        byte[] said,
        byte[] content,
        Connection connection) {}
