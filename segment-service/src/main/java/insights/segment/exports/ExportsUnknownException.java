package insights.segment.exports;

/** export-service could not be asked. */
class ExportsUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExportsUnknownException(Throwable cause) {
        super("export-service does not answer", cause);
    }
}
