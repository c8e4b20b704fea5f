package insights.destination.ortto;

/** Ortto could not be asked, or failed by itself. Worth another try. */
class OrttoUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OrttoUnavailableException(Throwable cause) {
        super("Ortto is not available", cause);
    }
}
