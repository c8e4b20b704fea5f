package insights.export.delivery;

import insights.export.audience.SharedAudience;
import insights.export.comparison.AbsentOptOuts;
import insights.export.comparison.TakeOffRepository;
import insights.export.comparison.Whose;
import insights.export.guard.RemovalRepository;
import insights.export.progress.Counts;
import insights.export.progress.Phase;
import insights.export.run.RunControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Takes those who opted out off their audiences when something holds back the rest of a run (D3): that may take days, and
 * they do not want another mail meanwhile.
 */
@ApplicationScoped
class OptOuts {

    private final AbsentOptOuts absent;
    private final RemovalRepository removals;
    private final TakeOffRepository work;
    private final LeavePhase leaves;
    private final ClearPhase clears;

    OptOuts(
            AbsentOptOuts absent,
            RemovalRepository removals,
            TakeOffRepository work,
            LeavePhase leaves,
            ClearPhase clears) {
        this.absent = absent;
        this.removals = removals;
        this.work = work;
        this.leaves = leaves;
        this.clears = clears;
    }

    /** Takes off everybody who opted out, and nobody else. @return how many people that are */
    long carryOut(Assignment assignment) {
        RunControl run = assignment.run();
        absent.find(assignment.export(), run);
        UUID export = assignment.exportId();
        long people = removals.count(run.id(), export).optedOut();
        long steps = work.countLeaves(run.id(), export, Whose.OPTED_OUT)
                + work.countFlagged(run.id(), export, Whose.OPTED_OUT);
        if (steps > 0) {
            run.commit(Counts.steps(0), database -> SharedAudience.answerAloneForOptedOut(database, run.id(), export));
            run.phase(Phase.LEAVE, steps);
            leaves.run(assignment, Whose.OPTED_OUT);
            clears.run(assignment, Whose.OPTED_OUT);
        }
        return people;
    }
}
