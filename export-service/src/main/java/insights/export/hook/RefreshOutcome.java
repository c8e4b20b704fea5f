package insights.export.hook;

/** How a refresh ended. */
public enum RefreshOutcome {
    SUCCESSFUL,
    FAILED
}
