package insights.export.guard;

import insights.export.comparison.Comparison;
import insights.export.comparison.WorkRepository;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import insights.export.definition.SizeLimit;
import insights.export.matching.FieldMatch;
import insights.export.matching.RejectionReason;
import insights.export.progress.WaitReason;
import insights.export.run.RunControl;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import insights.export.segment.SegmentClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** What must hold before a run sends anything. Each answers with a stop that says what to do. */
@ApplicationScoped
public class Guards {

    private static final Set<RejectionReason> UNREACHABLE = EnumSet.of(
            RejectionReason.OPTED_OUT,
            RejectionReason.NO_EMAIL,
            RejectionReason.INVALID_EMAIL,
            RejectionReason.DUPLICATE_EMAIL);

    private final GuardConfig config;
    private final SizeLimit limit;
    private final MassRemoval massRemoval;
    private final AudiencePeaks peaks;
    private final Emptied emptied;
    private final ContactLimit contacts;
    private final SegmentClient segments;
    private final WorkRepository work;

    Guards(
            GuardConfig config,
            SizeLimit limit,
            MassRemoval massRemoval,
            AudiencePeaks peaks,
            Emptied emptied,
            ContactLimit contacts,
            SegmentClient segments,
            WorkRepository work) {
        this.config = config;
        this.limit = limit;
        this.massRemoval = massRemoval;
        this.peaks = peaks;
        this.emptied = emptied;
        this.contacts = contacts;
        this.segments = segments;
        this.work = work;
    }

    /** L1, F4: all exports of the connection together. */
    public void size(Export export, RunControl run) {
        run.asking(WaitReason.SEGMENT_SERVICE, () -> limit.excess(export)).ifPresent(excess -> {
            throw new StopRunException(StopReason.TOO_MANY_PROFILES, excess);
        });
    }

    /**
     * What can be known once the run has compared. Somebody may have confirmed that it is right.
     *
     * @throws StopRunException when something must not be sent
     */
    public void check(Export export, Connection connection, RunControl run, Comparison comparison, Removals removals) {
        if (!run.removalsConfirmed()) {
            massRemoval.require(comparison, removals);
        }
        if (!run.growthConfirmed()) {
            growth(run.id(), export.id());
        }
        if (!run.emptyingConfirmed()) {
            emptying(run.id(), export);
        }
        reachable(run.id(), comparison);
        contacts.require(run.id(), export.id(), connection, comparison);
    }

    /** Remembers how big audiences are that nothing held back, at the end of a run and in its transaction. */
    public void remember(java.sql.Connection database, UUID export) throws SQLException {
        AudiencePeaks.remember(database, export);
        AudienceGone.settle(database, export, config.guardedAudience());
    }

    /** P3: somebody must be reachable. Whoever is rejected for another reason has an address. */
    private void reachable(UUID run, Comparison comparison) {
        if (comparison.profiles() > 0
                && comparison.eligible() == 0
                && comparison.leaves() + comparison.clears() == 0
                && UNREACHABLE.containsAll(work.rejected(run).keySet())) {
            throw new StopRunException(
                    StopReason.NO_EMAIL_ADDRESSES,
                    "Nobody in the segments can be mailed: each profile has opted out, or no usable e-mail address in the"
                            + " field that the contact's e-mail is matched to. The rejections tell which.");
        }
    }

    /** Whether a source that shrank would empty an audience (B5). */
    public boolean isMassRemoval(Comparison comparison, Removals removals) {
        return massRemoval.is(comparison, removals);
    }

    /** B9: what begins a journey for each who joins must not begin it for thousands by a slip of a rule. */
    private void growth(UUID run, UUID export) {
        peaks.growth(run, export).ifPresent(growth -> {
            throw new StopRunException(
                    StopReason.MASS_GROWTH,
                    String.format(
                            Locale.ROOT,
                            "%,d people would be in the audience of the segment \"%s\"; by this export it never had more than"
                                    + " %,d. If that is right, run it with confirmGrowth.",
                            growth.people(),
                            segments.name(growth.segment()),
                            growth.most()));
        });
    }

    /** B10: a column that came back empty must not empty the field at everybody. */
    private void emptying(UUID run, Export export) {
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
}
