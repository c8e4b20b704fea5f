package insights.export.delivery;

import insights.export.definition.Export;
import insights.export.progress.WaitReason;
import insights.export.segment.OptOutClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Takes those who opted out off their audiences when something holds back the rest of a run (D3): that may take days, and
 * they do not want another mail meanwhile.
 */
@ApplicationScoped
class OptOuts {

    private static final int READ = 1_000;

    private final OptOutClient optOuts;
    private final TakeOffRepository work;
    private final LeavePhase leaves;
    private final ClearPhase clears;

    OptOuts(OptOutClient optOuts, TakeOffRepository work, LeavePhase leaves, ClearPhase clears) {
        this.optOuts = optOuts;
        this.work = work;
        this.leaves = leaves;
        this.clears = clears;
    }

    /**
     * Finds those who opted out, or were erased, among the people who are in no segment of the export any more; and the
     * addresses that opted out, whoever had them, among those that nobody in the segments has any more.
     */
    void findAbsent(Export export, RunControl run) {
        byte[] after = {};
        while (true) {
            List<TakeOffRepository.Speaker> absent = work.unwanted(run.id(), export.id(), after, READ);
            if (absent.isEmpty()) {
                return;
            }
            OptOutClient.OptedOut found = run.asking(
                    WaitReason.SEGMENT_SERVICE,
                    () -> optOuts.among(absent.stream()
                            .map(TakeOffRepository.Speaker::contact)
                            .toList()));
            if (!found.isEmpty()) {
                run.commit(
                        Counts.steps(0),
                        database -> DesiredRepository.optedOut(database, run.id(), export.id(), found));
            }
            after = absent.getLast().address();
        }
    }

    /** Takes off everybody who opted out, and nobody else. @return how many people that are */
    long carryOut(Assignment assignment) {
        RunControl run = assignment.run();
        findAbsent(assignment.export(), run);
        UUID export = assignment.exportId();
        long people = work.count(run.id(), export).optedOut();
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
