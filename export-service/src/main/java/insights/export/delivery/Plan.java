package insights.export.delivery;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a run is going to ask of the destination, known once it has compared: so many requests in each phase. What refusals and
 * failures cost on top cannot be known before.
 */
public final class Plan {

    private final Map<Phase, Long> requests = new EnumMap<>(Phase.class);

    private Plan() {}

    /** @param batch contacts in one request @param ride whether memberships ride along with contacts */
    static Plan of(Comparison comparison, int batch, boolean ride) {
        Plan plan = new Plan();
        plan.requests.put(Phase.LEAVE, comparison.leaves() + Math.ceilDiv(comparison.clears(), batch));
        plan.requests.put(Phase.UPSERT, Math.ceilDiv(comparison.upserts(), batch));
        plan.requests.put(Phase.JOIN, joins(comparison, batch, ride));
        plan.requests.put(Phase.MOVE, comparison.laterLeaves() + Math.ceilDiv(comparison.laterClears(), batch));
        return plan;
    }

    /** Those who ride along are seen by reading the lists. */
    static long joins(Comparison comparison, int batch, boolean ride) {
        long riders = ride ? comparison.riders() : 0;
        return comparison.joins() - riders + Math.ceilDiv(riders, batch);
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
