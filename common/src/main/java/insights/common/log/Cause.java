package insights.common.log;

import insights.common.start.StartRefusedException;

/** Why something was thrown, in words. */
final class Cause {

    /** Longer chains are circles. */
    private static final int MOST = 50;

    private Cause() {}

    /** What the innermost cause says; its kind where it says nothing. */
    static String of(Throwable thrown) {
        Throwable cause = root(thrown);
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip();
    }

    /** Whether where it was thrown tells nobody anything. */
    static boolean isSaidInFull(Throwable thrown) {
        return root(thrown) instanceof StartRefusedException;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        for (int i = 0; i < MOST && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return root;
    }
}
