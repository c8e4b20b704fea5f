package insights.export.audience;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The flags of contacts at the destination that stand for segments.
 *
 * @param names by segment: those that the export uses, and those that it has used
 */
public record AudienceFlags(Map<UUID, String> names) {

    /** The flags of some segments, in one order. */
    public Set<String> of(Collection<UUID> segments) {
        Set<String> flags = new TreeSet<>();
        segments.forEach(segment -> flags.add(names.get(segment)));
        return flags;
    }
}
