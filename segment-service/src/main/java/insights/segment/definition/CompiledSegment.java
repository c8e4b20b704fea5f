package insights.segment.definition;

import insights.common.sql.Sql;
import java.util.UUID;

/**
 * An active segment, ready to be computed.
 *
 * @param number short name in membership arrays
 * @param condition on a row of {@code profile p}; true or false, never null
 */
public record CompiledSegment(UUID id, int number, long version, Sql condition) {}
