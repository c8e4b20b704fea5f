package insights.export.delivery;

import insights.common.problem.HttpProblem;
import insights.export.definition.Export;
import insights.export.definition.SizeLimit;
import insights.export.matching.FieldMatch;
import insights.export.progress.WaitReason;
import insights.export.segment.Segment;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;

/** What must hold before a run sends anything. Each answers with a stop that says what to do. */
@ApplicationScoped
class Guards {

    private final DeliveryConfig config;
    private final SizeLimit limit;
    private final AudiencePeaks peaks;
    private final Emptied emptied;
    private final SegmentClient segments;

    Guards(DeliveryConfig config, SizeLimit limit, AudiencePeaks peaks, Emptied emptied, SegmentClient segments) {
        this.config = config;
        this.limit = limit;
        this.peaks = peaks;
        this.emptied = emptied;
        this.segments = segments;
    }

    /** L1, F4: all exports of the connection together. */
    void size(Export export, RunControl run) {
        run.asking(WaitReason.SEGMENT_SERVICE, () -> limit.excess(export)).ifPresent(excess -> {
            throw new StopRunException(StopReason.TOO_MANY_PROFILES, excess);
        });
    }

    /** P3: somebody must be reachable. */
    void reachable(Comparison comparison) {
        if (comparison.profiles() > 0 && comparison.eligible() == 0 && comparison.leaves() + comparison.clears() == 0) {
            throw new StopRunException(
                    StopReason.NO_EMAIL_ADDRESSES,
                    "Nobody in the segments can be mailed: each profile has opted out, or no usable e-mail address in the"
                            + " field that Email is matched to. The rejections tell which.");
        }
    }

    /** Whether a source that shrank would empty an audience (B5). */
    boolean isMassRemoval(Comparison comparison, Removals removals) {
        boolean emptied = comparison.profiles() == 0 && removals.delivered() > 0;
        return emptied || shrinks(removals.everybody()) || shrinks(removals.mostShrunk());
    }

    /** B5. */
    void removals(Comparison comparison, Removals removals) {
        if (!isMassRemoval(comparison, removals)) {
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
        return String.format("\"%s\" (%s)", name(segment), segment);
    }

    /** A guard stops whether or not segment-service answers. */
    private String name(UUID segment) {
        try {
            return segments.find(segment).map(Segment::displayName).orElseGet(segment::toString);
        } catch (HttpProblem away) {
            return segment.toString();
        }
    }

    /** B9: what begins a journey for each who joins must not begin it for thousands by a slip of a rule. */
    void growth(UUID run, UUID export) {
        peaks.growth(run, export).ifPresent(growth -> {
            throw new StopRunException(
                    StopReason.MASS_GROWTH,
                    String.format(
                            Locale.ROOT,
                            "%,d people would be in the audience of the segment \"%s\"; by this export it never had more than"
                                    + " %,d. If that is right, run it with confirmGrowth.",
                            growth.people(),
                            name(growth.segment()),
                            growth.most()));
        });
    }

    /** B10: a column that came back empty must not empty the field at everybody. */
    void emptying(UUID run, Export export) {
        if (!export.clearEmptied()) {
            return;
        }
        emptied.most(run, export.id()).ifPresent(field -> {
            throw new StopRunException(
                    StopReason.EMPTIES_FIELDS,
                    String.format(
                            Locale.ROOT,
                            "%s, which is matched to the field \"%s\", would be emptied at %,d of %,d contacts that have a value in"
                                    + " it. If that is right, run it with confirmEmptying.",
                            field.target(),
                            matched(export, field.target()),
                            field.emptied(),
                            field.filled()));
        });
    }

    private static String matched(Export export, String target) {
        return export.dataMatching().stream()
                .filter(match -> match.target().equals(target))
                .map(FieldMatch::field)
                .findFirst()
                .orElse("");
    }

    /** How many people an audience must have to be guarded against mass removal. */
    long guardedAudience() {
        return config.guardedAudience();
    }

    private boolean shrinks(Removals.Audience audience) {
        return audience.people() >= config.guardedAudience()
                && audience.removals() > audience.delivered() * config.maxRemovals();
    }
}
