package insights.export.audit;

import insights.common.audit.AuditAction;

/** What people can do to an export and its runs (D6). The audit's target is the export. */
public enum ExportAction implements AuditAction {
    EXPORT_CREATED,
    EXPORT_EDITED,
    EXPORT_DUPLICATED,
    EXPORT_ATTACHED,
    EXPORT_DETACHED,
    /** What it put at the destination is taken off; then it is gone. */
    EXPORT_REMOVAL_STARTED,
    EXPORT_REMOVED,
    RUN_STARTED,
    REMOVALS_CONFIRMED,
    GROWTH_CONFIRMED,
    EMPTYING_CONFIRMED,
    RUN_CANCELED
}
