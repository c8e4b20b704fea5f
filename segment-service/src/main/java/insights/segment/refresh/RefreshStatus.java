package insights.segment.refresh;

/** How a refresh stands. One that waits for its turn is running already, as far as anybody waits for it. */
public enum RefreshStatus {
    RUNNING,
    SUCCESSFUL,
    /** Some segments could not be computed and kept the members they had; all others are as in a successful one. */
    COMPLETED_WITH_WARNINGS,
    FAILED
}
