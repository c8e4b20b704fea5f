package insights.export.run;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a run stands. Which status can follow which is written down once, here; anything else is refused. */
public enum RunStatus {
    QUEUED,
    PROCESSING,
    SUCCESSFUL,
    /** It went through, but not everybody could be exported. */
    COMPLETED_WITH_WARNINGS,
    /** It failed and is tried again later. */
    FAILED_RETRYING,
    /** It failed and somebody has to look at it. */
    FAILED_PERMANENT,
    /** Somebody ended it. */
    CANCELED,
    /** It did not begin, because something that must hold does not. */
    SKIPPED;

    private static final Map<RunStatus, Set<RunStatus>> NEXT = new EnumMap<>(RunStatus.class);

    static {
        NEXT.put(QUEUED, EnumSet.of(PROCESSING, CANCELED, FAILED_PERMANENT));
        // To itself when another worker takes over.
        NEXT.put(
                PROCESSING,
                EnumSet.of(
                        PROCESSING,
                        SUCCESSFUL,
                        COMPLETED_WITH_WARNINGS,
                        FAILED_RETRYING,
                        FAILED_PERMANENT,
                        CANCELED,
                        SKIPPED));
        NEXT.put(FAILED_RETRYING, EnumSet.of(PROCESSING, CANCELED, FAILED_PERMANENT));
    }

    /** Whether nothing comes after it. */
    public boolean isFinal() {
        return !NEXT.containsKey(this);
    }

    /** The next status, if it may be that; otherwise a bug. */
    public RunStatus to(RunStatus next) {
        if (!NEXT.getOrDefault(this, Set.of()).contains(next)) {
            throw new IllegalStateException("A run that is " + this + " cannot become " + next);
        }
        return next;
    }
}
