package insights.export.run;

/** A run must not go on. Nothing is undone: what the ledger has stays delivered. */
public final class StopRunException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final StopReason reason;

    public StopRunException(StopReason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public StopReason reason() {
        return reason;
    }
}
