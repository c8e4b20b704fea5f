package insights.segment.audit;

import insights.common.audit.AuditAction;

/** What can be done to segments, profiles and refreshes (D6). What the audit's target is stands with each. */
public enum SegmentAction implements AuditAction {
    /** The segment. */
    SEGMENT_CREATED,
    /** The segment. */
    SEGMENT_EDITED,
    /** The copy; the change {@code copyOf} names the original. */
    SEGMENT_DUPLICATED,
    /** The segment, which is gone. */
    SEGMENT_REMOVED,
    /** The refresh. */
    REFRESH_STARTED,
    /** Always {@code refresh-schedule}. */
    REFRESH_SCHEDULE_EDITED,
    /** The import. */
    IMPORT_STARTED,
    /** The import, which somebody has stopped. */
    IMPORT_CANCELED,
    /** The keyed fingerprint of the profile's id, because the id itself is personal data from then on. */
    PROFILE_ERASED,
    /** The keyed fingerprint of the profile's id, because the profile may be erased. The reason is the administrator's. */
    OPT_OUT_ENTERED,
    /** The same; the changes name the field and the import that plainly says so. By who started the import. */
    OPT_OUT_ENDED,
    /** The name of the field. */
    FIELD_EDITED
}
