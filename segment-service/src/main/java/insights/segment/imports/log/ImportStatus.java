package insights.segment.imports.log;

/** How an import stands. */
public enum ImportStatus {
    RUNNING,
    SUCCESSFUL,
    FAILED,
    CANCELED
}
