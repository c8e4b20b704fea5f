package insights.common.problem;

/** What is behind an exception. */
public final class Causes {

    /** Longer chains are circles. */
    private static final int MOST = 50;

    private Causes() {}

    /** The exception itself or the nearest of its causes that is of the type; null when none is. */
    public static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST; i++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
