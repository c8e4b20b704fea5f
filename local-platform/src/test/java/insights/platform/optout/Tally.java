package insights.platform.optout;

import java.util.EnumMap;
import java.util.Map;

/** How often things happened, so that a test in which nothing happens does not pass. */
final class Tally {

    /** What is counted. */
    enum What {
        IMPORTS,
        IMPORTS_STOPPED_BY_A_GUARD,
        FILES_REFUSED,
        FILES_IMPORTED_AGAIN,
        ERASURES,
        RUNS_COMPLETED,
        RUNS_STOPPED_BY_A_GUARD,
        RUNS_WITHOUT_KNOWING_WHO_OPTED_OUT,
        REQUESTS_THAT_NAMED_SOMEBODY,
        PLACES_IN_AUDIENCES,
        TAKEN_OFF_BECAUSE_OPTED_OUT,
        TAKEN_OFF_THOUGH_A_GUARD_STOPPED,
        ADDRESSES_OPTED_OUT_AT_THE_END,
        ADDRESSES_OPTED_IN_AGAIN
    }

    private final Map<What, Long> counts = new EnumMap<>(What.class);

    void add(What what, long count) {
        counts.merge(what, count, Long::sum);
    }

    long of(What what) {
        return counts.getOrDefault(what, 0L);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
