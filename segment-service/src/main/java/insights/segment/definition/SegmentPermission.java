package insights.segment.definition;

import insights.common.security.Caller;
import insights.common.security.Roles;
import java.util.List;

/** What a caller may do with a segment, whatever state it is in. */
public enum SegmentPermission {
    /**
     * Edit, duplicate, activate, deactivate, preview, see a sample. Where exports over connections send it that are not shared,
     * administrators alone change who is in it ({@link SegmentUsers}).
     */
    EDIT,
    /** As long as no other segment and no export uses it. */
    REMOVE;

    static List<SegmentPermission> of(Caller caller) {
        return caller.is(Roles.CONTRIBUTOR) ? List.of(values()) : List.of();
    }
}
