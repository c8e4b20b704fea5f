package insights.common.log;

import java.util.Arrays;

/** A stack trace as people read it: where it was thrown, and who of us led there. */
final class ShortTrace extends Throwable {

    private static final long serialVersionUID = 1;

    private static final String OURS = "insights.";

    /** Frames at the top that are kept, whosesoever they are. */
    private static final int TOP = 4;

    private static final int MOST_FRAMES = 16;

    private static final int MOST_CAUSES = 4;

    private final String name;

    private ShortTrace(Throwable thrown, Throwable cause) {
        super(thrown.getMessage(), cause, false, true);
        name = thrown.toString();
        StackTraceElement[] all = thrown.getStackTrace();
        StackTraceElement[] top = Arrays.copyOf(all, Math.min(TOP, all.length));
        StackTraceElement[] ours = Arrays.stream(all)
                .skip(top.length)
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .limit(MOST_FRAMES - TOP)
                .toArray(StackTraceElement[]::new);
        StackTraceElement[] kept = Arrays.copyOf(top, top.length + ours.length);
        System.arraycopy(ours, 0, kept, top.length, ours.length);
        setStackTrace(kept);
    }

    static ShortTrace of(Throwable thrown) {
        return of(thrown, MOST_CAUSES);
    }

    private static ShortTrace of(Throwable thrown, int causes) {
        Throwable cause = thrown.getCause();
        return new ShortTrace(thrown, cause == null || causes == 0 ? null : of(cause, causes - 1));
    }

    @Override
    public String toString() {
        return name;
    }
}
