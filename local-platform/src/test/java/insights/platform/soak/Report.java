package insights.platform.soak;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What happened, and what must not have happened. */
final class Report {

    enum What {
        IMPORTS,
        REFRESHES,
        RUNS,
        CANCELS,
        REMOVALS,
        PREVIEWS,
        LOOKS,
        DEATHS,
        COMPARISONS
    }

    private static final int MOST_TOLD = 50;

    private final Map<What, LongAdder> happened = new EnumMap<>(What.class);
    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    Report() {
        for (What what : What.values()) {
            happened.put(what, new LongAdder());
        }
    }

    void add(What what) {
        happened.get(what).increment();
    }

    /** @param status 0 for no answer, because somebody died */
    void answered(int status) {
        statuses.computeIfAbsent(status, unused -> new LongAdder()).increment();
    }

    void wrong(String what) {
        if (wrong.size() < MOST_TOLD) {
            wrong.add(what);
        }
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    List<What> neverHappened() {
        return Arrays.stream(What.values())
                .filter(what -> happened.get(what).sum() == 0)
                .toList();
    }

    @Override
    public String toString() {
        return "%s, answers by status %s, wrong %d".formatted(happened, new TreeMap<>(statuses), wrong.size());
    }
}
