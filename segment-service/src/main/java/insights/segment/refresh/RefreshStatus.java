package insights.segment.refresh;

/** How a refresh stands. One that waits for its turn is running already, as far as anybody waits for it. */
public enum RefreshStatus {
    RUNNING,
    SUCCESSFUL,
    FAILED
}
