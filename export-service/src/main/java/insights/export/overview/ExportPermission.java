package insights.export.overview;

/**
 * What a caller may do with an export. Whoever may do anything at all may also cancel its runs, and read whom they did not
 * export. One that is being removed can only be removed.
 */
public enum ExportPermission {
    /** Edit, duplicate, attach, detach. */
    EDIT,
    /** Preview and run. */
    RUN,
    REMOVE
}
