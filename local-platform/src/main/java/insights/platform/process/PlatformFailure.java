package insights.platform.process;

/** Something did not work out. The message is for the person at the keyboard: what, why, and what to do. */
public class PlatformFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlatformFailure(String message) {
        super(message);
    }

    public PlatformFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
