package insights.export.use;

import java.util.Map;
import java.util.UUID;

/**
 * How many exports use something, by its id; 0 for what none uses. What was not asked for is left out.
 *
 * @param connections by connection
 * @param segments by segment
 */
public record UseCounts(Map<UUID, Long> connections, Map<UUID, Long> segments) {}
