package insights.destination.key;

/** What the database holds needs a master key that is not configured. */
class MissingMasterKeyException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    MissingMasterKeyException(int version) {
        super(
                "There is no master key of version %1$d, which the database still needs: set insights.keys.master-keys.%1$d."
                        .formatted(version));
    }
}
