package insights.destination.key;

/** What is stored does not open with the keys that are configured: another master key, or damaged data. */
public class CannotOpenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotOpenException(Throwable cause) {
        super("The stored key does not open with the configured master keys.", cause);
    }
}
