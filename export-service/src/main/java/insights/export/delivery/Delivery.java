package insights.export.delivery;

import insights.export.audience.SharedAudience;
import insights.export.comparison.Comparison;
import insights.export.comparison.Whose;
import insights.export.comparison.WorkRepository;
import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import insights.export.definition.Export;
import insights.export.desired.DesiredRepository;
import insights.export.guard.Guards;
import insights.export.progress.Counts;
import insights.export.progress.Phase;
import insights.export.run.Purpose;
import insights.export.run.RunControl;
import insights.export.run.StopRunException;
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

    private final Assignments assignments;
    private final Preparation preparation;
    private final WorkRepository work;
    private final OptOuts optOuts;
    private final ErasePhase erasures;
    private final LeavePhase leaves;
    private final ClearPhase clears;
    private final UpsertPhase upserts;
    private final JoinPhase joins;
    private final Guards guards;
    private final FormerContacts former;
    private final Removals removals;

    Delivery(
            Assignments assignments,
            Preparation preparation,
            WorkRepository work,
            OptOuts optOuts,
            ErasePhase erasures,
            LeavePhase leaves,
            ClearPhase clears,
            UpsertPhase upserts,
            JoinPhase joins,
            Guards guards,
            FormerContacts former,
            Removals removals) {
        this.assignments = assignments;
        this.preparation = preparation;
        this.work = work;
        this.optOuts = optOuts;
        this.erasures = erasures;
        this.leaves = leaves;
        this.clears = clears;
        this.upserts = upserts;
        this.joins = joins;
        this.guards = guards;
        this.former = former;
        this.removals = removals;
    }

    /**
     * Does what a run is for.
     *
     * @throws StopRunException when a guard or the run says so
     * @throws insights.export.destination.DestinationException when the destination gives no answer to work with
     */
    public void work(Purpose purpose, Export export, Connection connection, ApiKey key, RunControl run) {
        Assignment assignment = assignments.open(export, connection, key, run);
        try {
            work(purpose, assignment, connection);
        } catch (RuntimeException thrown) {
            throw assignment.inFlight().end(thrown);
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
            case OPT_OUT -> throw preparation.held(assignment, Hold.REFRESH_FAILED);
        }
    }

    private void deliver(Assignment assignment, Connection connection) {
        RunControl run = assignment.run();
        Comparison comparison = preparation.prepare(assignment, connection);
        run.commit(Counts.steps(0), database -> {
            SharedAudience.forgetFound(database, run.id(), assignment.exportId(), assignment.byList());
            SharedAudience.answerAlone(
                    database,
                    run.id(),
                    assignment.exportId(),
                    assignment.type().fields().email());
            SharedAudience.answerForIdle(database, run.id(), assignment.exportId(), assignment.byList());
        });
        leave(assignment, comparison.leaves() + comparison.clears());
        boolean replaced = upsert(assignment, comparison.upserts());
        if (assignment.byList()) {
            run.phase(Phase.JOIN, comparison.joins());
            if (joins.run(assignment, true)) {
                // What the destination had lost is made anew. What it loses again meanwhile is for the next run.
                replaced |= upsert(assignment, 0);
                run.phase(Phase.JOIN, 0);
                joins.run(assignment, false);
            }
        }
        if (!assignment.byList()) {
            clears.leave(assignment);
        }
        move(assignment, comparison.moves());
        if (replaced) {
            takeOffReplaced(assignment);
        }
        run.commit(Counts.steps(0), database -> {
            if (!assignment.byList()) {
                SharedAudience.forgetFound(database, run.id(), assignment.exportId(), false);
            }
            guards.remember(database, assignment.exportId());
        });
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
            removals.endIfNothingIsLeft(database, assignment.export());
        }));
    }

    private void leave(Assignment assignment, long steps) {
        assignment.run().phase(Phase.LEAVE, steps);
        takeOffUnwanted(assignment);
    }

    private void takeOffUnwanted(Assignment assignment) {
        leaves.run(assignment, Whose.ALL);
        clears.run(assignment, Whose.ALL);
        assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database -> former.forgetUnwanted(database, assignment.runId(), assignment.exportId()));
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

    private boolean upsert(Assignment assignment, long steps) {
        assignment.run().phase(Phase.UPSERT, steps);
        return upserts.run(assignment);
    }

    /** Contacts that addresses had before, by what the destination answered: they may be there by other ones. */
    private void takeOffReplaced(Assignment assignment) {
        assignment.run().phase(Phase.MOVE, 0);
        takeOffUnwanted(assignment);
    }
}
