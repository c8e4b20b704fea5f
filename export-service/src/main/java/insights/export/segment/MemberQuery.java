package insights.export.segment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Which members are wanted.
 *
 * @param segments members of any of these; at least one
 * @param fields attributes to send along
 * @param optOutKeyOf field whose address each member is to tell the opt-out key of; null for none
 * @param after only profiles whose id comes after this one; null for all
 */
public record MemberQuery(Collection<UUID> segments, List<String> fields, String optOutKeyOf, String after) {

    /** Without opt-out keys. */
    public MemberQuery(Collection<UUID> segments, List<String> fields, String after) {
        this(segments, fields, null, after);
    }
}
