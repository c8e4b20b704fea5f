package insights.platform.optout;

/** The services broke a promise to somebody. */
final class Violation extends AssertionError {

    private static final long serialVersionUID = 1;

    Violation(String message) {
        super(message);
    }
}
