package insights.destination.exports;

/** export-service could not be asked or told. Worth another try. */
public class ExportsUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExportsUnknownException(String what, Throwable cause) {
        super(what, cause);
    }
}
