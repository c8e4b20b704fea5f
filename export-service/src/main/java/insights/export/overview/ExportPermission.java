package insights.export.overview;

/** What a caller may do with an export, whatever state it is in. */
public enum ExportPermission {
    /** Edit, duplicate, attach, detach. */
    EDIT,
    /** Preview, run, cancel, and read whom runs did not export. */
    RUN,
    REMOVE
}
