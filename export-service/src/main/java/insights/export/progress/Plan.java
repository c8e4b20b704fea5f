package insights.export.progress;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a run is going to ask of the destination, known once it has compared: so many requests in each phase. What refusals and
 * failures cost on top cannot be known before.
 */
public final class Plan {

    private final Map<Phase, Long> requests;

    /** @param requests by phase; a phase that is absent needs none */
    public Plan(Map<Phase, Long> requests) {
        this.requests = new EnumMap<>(requests);
    }

    /** Requests of a phase. */
    public long of(Phase phase) {
        return requests.getOrDefault(phase, 0L);
    }

    /** Requests of all phases that come later. */
    public long after(Phase phase) {
        return requests.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(phase) > 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Leaves only the phases after this one to be planned for: should an earlier one be repeated, nobody knew. */
    public void begun(Phase phase) {
        requests.keySet().removeIf(planned -> planned.compareTo(phase) <= 0);
    }
}
