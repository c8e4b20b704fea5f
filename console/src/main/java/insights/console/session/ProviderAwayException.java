package insights.console.session;

/** The identity provider does not answer, so nobody knows whether a session goes on: that it has ended is not said of it. */
class ProviderAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderAwayException(String message) {
        super(message, null, false, false);
    }
}
