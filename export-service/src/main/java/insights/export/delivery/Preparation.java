package insights.export.delivery;

import insights.common.problem.HttpProblem;
import insights.export.audience.SegmentFlags;
import insights.export.comparison.AbsentOptOuts;
import insights.export.comparison.Comparer;
import insights.export.comparison.Comparison;
import insights.export.connection.Connection;
import insights.export.desired.DesiredRepository;
import insights.export.destination.DestinationException;
import insights.export.guard.Guards;
import insights.export.guard.RemovalRepository;
import insights.export.ledger.Ledger;
import insights.export.matching.FieldMatch;
import insights.export.progress.Counts;
import insights.export.run.RunControl;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import jakarta.enterprise.context.ApplicationScoped;

/** What goes before a delivery sends anything: the comparison, the guards, and what the destination must have first. */
@ApplicationScoped
class Preparation {

    private final Comparer comparer;
    private final Guards guards;
    private final AbsentOptOuts absent;
    private final RemovalRepository removals;
    private final OptOuts optOuts;
    private final Ledger ledger;

    Preparation(
            Comparer comparer,
            Guards guards,
            AbsentOptOuts absent,
            RemovalRepository removals,
            OptOuts optOuts,
            Ledger ledger) {
        this.comparer = comparer;
        this.guards = guards;
        this.absent = absent;
        this.removals = removals;
        this.optOuts = optOuts;
        this.ledger = ledger;
    }

    /**
     * Finds out what there is to send. Whatever holds that back, those who opted out are taken off.
     *
     * @throws StopRunException when nothing may be sent
     */
    Comparison prepare(Assignment assignment, Connection connection) {
        try {
            return compare(assignment, connection);
        } catch (RuntimeException thrown) {
            Hold hold = Hold.of(thrown).orElseThrow(() -> thrown);
            throw held(assignment, hold);
        }
    }

    /** Takes those off who opted out. @return what ends the run, with their number */
    StopRunException held(Assignment assignment, Hold hold) {
        return hold.stop(optedOut(assignment, hold));
    }

    private long optedOut(Assignment assignment, Hold hold) {
        try {
            return optOuts.carryOut(assignment);
        } catch (HttpProblem unavailable) {
            if (hold.reason() == StopReason.OPT_OUT_UNKNOWN) {
                return 0;
            }
            throw unavailable;
        }
    }

    private Comparison compare(Assignment assignment, Connection connection) {
        RunControl run = assignment.run();
        guards.size(assignment.export(), run);
        Comparison comparison =
                comparer.compare(assignment.export(), assignment.type().fields(), run);
        run.commit(Counts.steps(0), database -> {
            SegmentFlags.store(database, assignment.exportId(), assignment.flags());
            DesiredRepository.report(database, run.id());
            ledger.takenOver(database, run.id(), assignment.exportId());
            ledger.learnOptOutKeys(database, run.id(), assignment.exportId());
        });
        boolean ride = assignment.riding().isKnownToWork(assignment);
        run.compared(comparison.found(), comparison.plan(assignment.type().maxContacts(), ride));
        // Who opted out and left the segments at once is no matter of guards, now or later.
        if (comparison.removals() > 0) {
            absent.find(assignment.export(), run);
        }
        guards.check(
                assignment.export(),
                connection,
                run,
                comparison,
                removals.count(assignment.runId(), assignment.exportId()));
        fields(assignment, comparison);
        return comparison;
    }

    /** Nobody is sent before the destination has the fields; what it has not holds back no opt-out. */
    private static void fields(Assignment assignment, Comparison comparison) {
        if (comparison.upserts() > 0) {
            try {
                assignment
                        .destination()
                        .prepare(assignment.export().dataMatching().stream()
                                .map(FieldMatch::target)
                                .toList());
            } catch (DestinationException.FieldUnavailable field) {
                throw new StopRunException(StopReason.FIELD_NOT_AT_DESTINATION, field.getMessage());
            }
        }
    }
}
