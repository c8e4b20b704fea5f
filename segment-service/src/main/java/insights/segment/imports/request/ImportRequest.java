package insights.segment.imports.request;

import insights.common.security.Person;
import insights.segment.file.FileFormat;
import insights.segment.file.FileOptions;
import java.util.Set;

/**
 * How a file is to be imported.
 *
 * @param options how it is to be read
 * @param confirmed what it may do though it is more than usual
 * @param expectedLines how many lines the file has, when that was said; else null
 * @param parameters what was said about it, in one order
 * @param idempotencyKey of the request; may be null
 */
public record ImportRequest(
        ImportMode mode,
        FileFormat format,
        FileOptions options,
        Set<Confirmation> confirmed,
        Long expectedLines,
        String parameters,
        Person startedBy,
        String idempotencyKey) {}
