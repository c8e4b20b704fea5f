package insights.export.delivery;

import insights.export.definition.Export;
import insights.export.definition.SizeLimit;
import jakarta.enterprise.context.ApplicationScoped;

/** What must hold before a run sends anything. Each answers with a stop that says what to do. */
@ApplicationScoped
class Guards {

    private final DeliveryConfig config;
    private final SizeLimit limit;

    Guards(DeliveryConfig config, SizeLimit limit) {
        this.config = config;
        this.limit = limit;
    }

    /** L1, F4: all exports of the connection together. */
    void size(Export export) {
        limit.excess(export.connectionId()).ifPresent(excess -> {
            throw new StopRunException(StopReason.TOO_MANY_PROFILES, excess);
        });
    }

    /** P3: somebody must be reachable. B5: a source that shrank must not empty the audience. */
    void audience(Comparison comparison, boolean removalsConfirmed) {
        if (!removalsConfirmed && isMassRemoval(comparison)) {
            throw new StopRunException(
                    StopReason.MASS_REMOVAL,
                    "%,d of %,d people would be taken off their audiences. If that is right, run it with confirmRemovals."
                            .formatted(comparison.removals(), comparison.delivered()));
        }
        if (!removalsConfirmed && shrinks(comparison.mostShrunk())) {
            throw new StopRunException(
                    StopReason.MASS_REMOVAL,
                    "%,d of %,d people would be taken off the audience of one segment. If that is right, run it with confirmRemovals."
                            .formatted(
                                    comparison.mostShrunk().removals(),
                                    comparison.mostShrunk().delivered()));
        }
        if (comparison.profiles() > 0 && comparison.eligible() == 0 && comparison.leaves() + comparison.clears() == 0) {
            throw new StopRunException(
                    StopReason.NO_EMAIL_ADDRESSES,
                    "No profile of the segments has a usable e-mail address in the field that Email is matched to.");
        }
    }

    private boolean isMassRemoval(Comparison comparison) {
        boolean emptied = comparison.profiles() == 0 && comparison.delivered() > 0;
        return emptied || shrinks(new Comparison.Audience(comparison.delivered(), comparison.removals()));
    }

    private boolean shrinks(Comparison.Audience audience) {
        return audience.delivered() >= config.guardedAudience()
                && audience.removals() > audience.delivered() * config.maxRemovals();
    }
}
