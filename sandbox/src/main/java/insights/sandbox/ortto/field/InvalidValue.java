package insights.sandbox.ortto.field;

/** A value that its field cannot have. */
public final class InvalidValue extends Exception {

    private static final long serialVersionUID = 1;

    InvalidValue(String message) {
        super(message, null, false, false);
    }
}
