package insights.segment.imports;

/** How an import stands. */
public enum ImportStatus {
    RUNNING,
    SUCCESSFUL,
    FAILED,
    CANCELED
}
