package insights.destination.account;

/** The destination could not be asked, or failed by itself. Worth another try. */
public class AccountUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    AccountUnavailableException(Throwable cause) {
        super("The destination is not available", cause);
    }
}
