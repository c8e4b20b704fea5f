package insights.destination.autopilot;

/** Autopilot could not be asked, or failed by itself. Worth another try. */
class AutopilotUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AutopilotUnavailableException(Throwable cause) {
        super("Autopilot is not available", cause);
    }
}
