package insights.export.segment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Which members are wanted.
 *
 * @param segments members of any of these; at least one
 * @param fields attributes to send along
 * @param after only profiles whose id comes after this one; null for all
 */
public record MemberQuery(Collection<UUID> segments, List<String> fields, String after) {}
