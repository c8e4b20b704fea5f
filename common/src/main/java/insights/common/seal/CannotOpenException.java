package insights.common.seal;

/** What is stored does not open with the keys that are configured: another key, or damaged data. */
public class CannotOpenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotOpenException(Throwable cause) {
        super("What is stored does not open with the keys that are configured.", cause);
    }
}
