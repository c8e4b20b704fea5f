package insights.export.guard;

import insights.export.comparison.Comparison;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/** A source that shrank by mistake must not empty the audiences (B5): of all segments together, or of one. */
@ApplicationScoped
class MassRemoval {

    private final GuardConfig config;
    private final SegmentClient segments;

    MassRemoval(GuardConfig config, SegmentClient segments) {
        this.config = config;
        this.segments = segments;
    }

    /** Whether a source that shrank would empty an audience (B5). */
    boolean is(Comparison comparison, Removals removals) {
        boolean emptied = comparison.profiles() == 0 && removals.delivered() > 0;
        return emptied || shrinks(removals.everybody()) || shrinks(removals.mostShrunk());
    }

    void require(Comparison comparison, Removals removals) {
        if (!is(comparison, removals)) {
            return;
        }
        boolean ofAll = comparison.profiles() == 0 || shrinks(removals.everybody());
        throw new StopRunException(
                StopReason.MASS_REMOVAL,
                (ofAll ? shrinkage(removals) : shrinkage(removals.mostShrunk()))
                        + " If that is right, run it with confirmRemovals.");
    }

    /** Of all; the segment too that loses the greatest part, if one that is big enough to be guarded loses any. */
    private String shrinkage(Removals removals) {
        Removals.Audience most = removals.mostShrunk();
        return String.format(
                Locale.ROOT,
                "%,d of %,d people would be taken off their audiences%s.",
                removals.removals(),
                removals.delivered(),
                most.removals() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; the segment %s loses %,d of %,d",
                                named(most.segment()),
                                most.removals(),
                                most.delivered()));
    }

    private String shrinkage(Removals.Audience audience) {
        return String.format(
                Locale.ROOT,
                "%,d of %,d people would be taken off the audience of the segment %s.",
                audience.removals(),
                audience.delivered(),
                named(audience.segment()));
    }

    /** Its name, and its id, which stays what it is when the segment is renamed. */
    private String named(UUID segment) {
        return String.format("\"%s\" (%s)", segments.name(segment), segment);
    }

    private boolean shrinks(Removals.Audience audience) {
        return audience.people() >= config.guardedAudience()
                && audience.removals() > audience.delivered() * config.maxRemovals();
    }
}
