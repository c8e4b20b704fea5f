package insights.segment.refresh;

/** A refresh cannot be completed. The message is for those who asked for it. */
class RefreshFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StartedRefresh refresh;

    RefreshFailed(StartedRefresh refresh, String detail, Throwable cause) {
        super(detail, cause);
        this.refresh = refresh;
    }

    StartedRefresh refresh() {
        return refresh;
    }
}
