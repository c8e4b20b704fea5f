package insights.export.delivery;

import insights.common.problem.HttpProblem;
import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import insights.export.definition.ExportRemovalService;
import insights.export.destination.Destination;
import insights.export.destination.DestinationException;
import insights.export.destination.DestinationType;
import insights.export.destination.Destinations;
import insights.export.ledger.Fingerprints;
import insights.export.ledger.Ledger;
import insights.export.matching.FieldMatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes a destination agree with an export: compares what is desired with what the ledger says was delivered, and sends the
 * difference. It can be broken off anywhere and begun again; what was accepted is in the ledger. Leaving comes first, so
 * that a contact which one profile gives up and another takes over ends up in its audiences. After the audience mode was changed,
 * those who stay leave what showed them before at the very end.
 */
@ApplicationScoped
public class Delivery {

    private final Destinations destinations;
    private final SegmentLists lists;
    private final SegmentFlags flags;
    private final Comparer comparer;
    private final Guards guards;
    private final ContactLimit contactLimit;
    private final WorkRepository work;
    private final TakeOffRepository takeOff;
    private final OptOuts optOuts;
    private final Ledger ledger;
    private final ErasePhase erasures;
    private final LeavePhase leaves;
    private final ClearPhase clears;
    private final UpsertPhase upserts;
    private final JoinPhase joins;
    private final ExportRemovalService removals;
    private final RidingRepository rides;
    private final Fingerprints fingerprints;
    private final DeliveryConfig config;

    Delivery(
            Destinations destinations,
            SegmentLists lists,
            SegmentFlags flags,
            Comparer comparer,
            Guards guards,
            ContactLimit contactLimit,
            WorkRepository work,
            TakeOffRepository takeOff,
            OptOuts optOuts,
            Ledger ledger,
            ErasePhase erasures,
            LeavePhase leaves,
            ClearPhase clears,
            UpsertPhase upserts,
            JoinPhase joins,
            ExportRemovalService removals,
            RidingRepository rides,
            Fingerprints fingerprints,
            DeliveryConfig config) {
        this.destinations = destinations;
        this.lists = lists;
        this.flags = flags;
        this.comparer = comparer;
        this.guards = guards;
        this.contactLimit = contactLimit;
        this.work = work;
        this.takeOff = takeOff;
        this.optOuts = optOuts;
        this.ledger = ledger;
        this.erasures = erasures;
        this.leaves = leaves;
        this.clears = clears;
        this.upserts = upserts;
        this.joins = joins;
        this.removals = removals;
        this.rides = rides;
        this.fingerprints = fingerprints;
        this.config = config;
    }

    /**
     * Does what a run is for.
     *
     * @throws StopRunException when a guard or the run says so
     * @throws insights.export.destination.DestinationException when the destination gives no answer to work with
     */
    public void work(Purpose purpose, Export export, Connection connection, ApiKey key, RunControl run) {
        DestinationType type = destinations.of(connection.type());
        SendingGate gate = new SendingGate(run);
        Destination destination = type.open(connection, key, gate);
        run.flows(destination.flow());
        InFlight inFlight = new InFlight(run, gate, destination.flow()::atOnce);
        Assignment assignment = new Assignment(
                export,
                type,
                destination,
                run,
                gate,
                inFlight,
                new RunLists(lists, destination, export, run),
                flags.of(export, type, destination::foreignFlags),
                new Riding(rides, work, ledger, fingerprints, config.riders()));
        try {
            work(purpose, assignment, connection);
        } catch (RuntimeException thrown) {
            throw inFlight.end(thrown);
        }
    }

    private void work(Purpose purpose, Assignment assignment, Connection connection) {
        RunControl run = assignment.run();
        run.commit(Counts.steps(0), database -> DesiredRepository.clear(database, run.id()));
        erasures.run(assignment);
        switch (purpose) {
            case DELIVER -> deliver(assignment, connection);
            case TAKE_OFF -> takeOff(assignment);
            case ERASE -> {}
            case FORMER_CONNECTION -> optOuts.carryOut(assignment);
            case OPT_OUT -> throw Hold.REFRESH_FAILED.stop(optedOut(assignment, Hold.REFRESH_FAILED));
        }
    }

    private void deliver(Assignment assignment, Connection connection) {
        RunControl run = assignment.run();
        Comparison comparison = prepare(assignment, connection);
        run.commit(Counts.steps(0), database -> {
            SharedAudience.forgetFound(database, run.id(), assignment.exportId(), assignment.byList());
            SharedAudience.answerAlone(database, run.id(), assignment.exportId());
            SharedAudience.answerForIdle(database, run.id(), assignment.exportId(), assignment.byList());
        });
        leave(assignment, comparison.leaves() + comparison.clears());
        upsert(assignment, comparison.upserts());
        if (assignment.byList()) {
            run.phase(Phase.JOIN, comparison.joins());
            if (joins.run(assignment, true)) {
                // What the destination had lost is made anew. What it loses again meanwhile is for the next run.
                upsert(assignment, 0);
                run.phase(Phase.JOIN, 0);
                joins.run(assignment, false);
            }
        }
        move(assignment, comparison.moves());
        run.commit(Counts.steps(0), database -> {
            if (!assignment.byList()) {
                SharedAudience.forgetFound(database, run.id(), assignment.exportId(), false);
            }
            AudiencePeaks.remember(database, assignment.exportId());
            AudienceGone.settle(database, assignment.exportId(), guards.guardedAudience());
        });
    }

    /** Whatever holds the rest back, those who opted out are taken off. */
    private Comparison prepare(Assignment assignment, Connection connection) {
        try {
            return compare(assignment, connection);
        } catch (RuntimeException thrown) {
            Hold hold = Hold.of(thrown).orElseThrow(() -> thrown);
            throw hold.stop(optedOut(assignment, hold));
        }
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
        run.compared(comparison, Plan.of(comparison, assignment.type().maxContacts(), ride));
        Removals removed = removals(assignment, comparison);
        if (!run.removalsConfirmed()) {
            guards.removals(comparison, removed);
        }
        if (!run.growthConfirmed()) {
            guards.growth(run.id(), assignment.exportId());
        }
        if (!run.emptyingConfirmed()) {
            guards.emptying(run.id(), assignment.export());
        }
        guards.reachable(comparison);
        contactLimit.require(run.id(), assignment.exportId(), connection, comparison);
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

    /** Who opted out and left the segments at once is no matter of guards, now or later. */
    private Removals removals(Assignment assignment, Comparison comparison) {
        if (comparison.removals().removals() == 0) {
            return comparison.removals();
        }
        optOuts.findAbsent(assignment.export(), assignment.run());
        return takeOff.count(assignment.runId(), assignment.exportId());
    }

    /** Whoever the destination does not let go stays known, and the export `removing`: it can be tried again. */
    private void takeOff(Assignment assignment) {
        assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database -> SharedAudience.answerForIdle(
                                database, assignment.runId(), assignment.exportId(), assignment.byList()));
        // Nothing is desired, so everything delivered is to leave.
        Comparison everything = work.compare(assignment.runId(), assignment.exportId(), assignment.byList());
        leave(assignment, everything.leaves() + everything.clears());
        // What the run commits joins this transaction, and so does the note in the audit trail.
        QuarkusTransaction.requiringNew().run(() -> assignment.run().commit(Counts.steps(0), database -> {
            if (WorkRepository.removeIfNothingIsLeft(database, assignment.exportId())) {
                removals.takenOff(assignment.export());
            }
        }));
    }

    private void leave(Assignment assignment, long steps) {
        assignment.run().phase(Phase.LEAVE, steps);
        leaves.run(assignment, Whose.ALL);
        clears.run(assignment, Whose.ALL);
        assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database -> WorkRepository.forgetUnwanted(database, assignment.runId(), assignment.exportId()));
    }

    /** After a change of the mode people leave the old audiences last, so that they are never in none. */
    private void move(Assignment assignment, long steps) {
        if (steps > 0) {
            assignment.run().phase(Phase.MOVE, steps);
            if (assignment.byList()) {
                clears.move(assignment);
            } else {
                leaves.move(assignment);
            }
        }
    }

    private void upsert(Assignment assignment, long steps) {
        assignment.run().phase(Phase.UPSERT, steps);
        upserts.run(assignment);
    }
}
