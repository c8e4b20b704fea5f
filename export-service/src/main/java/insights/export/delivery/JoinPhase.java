package insights.export.delivery;

import insights.export.autopilot.AutopilotAccount;
import insights.export.autopilot.Reply;
import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import insights.export.matching.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts contacts on the lists of their segments: one request per membership. */
@ApplicationScoped
class JoinPhase {

    private static final int READ = 1_000;

    private final WorkRepository work;
    private final Ledger ledger;

    JoinPhase(WorkRepository work, Ledger ledger) {
        this.work = work;
        this.ledger = ledger;
    }

    /**
     * Joins.
     *
     * @param heal whether to note what Autopilot has no longer, so that it can be made anew; otherwise it is a refusal
     * @return whether there was such
     */
    boolean run(Assignment assignment, boolean heal) {
        boolean lost = false;
        Membership last = null;
        while (true) {
            List<Membership> joins = work.joins(assignment.runId(), assignment.exportId(), last, READ);
            if (joins.isEmpty()) {
                return lost;
            }
            for (Membership membership : joins) {
                lost |= !join(assignment, membership, heal);
            }
            last = joins.getLast();
        }
    }

    /** False when the contact or the list was lost. */
    private boolean join(Assignment assignment, Membership membership, boolean heal) {
        RunControl run = assignment.run();
        String list = assignment.lists().ensure(membership.segment());
        run.commit(Counts.steps(0), database -> ledger.joining(database, assignment.exportId(), membership));
        AutopilotAccount.Membership joined = assignment.account().join(list, membership.contactId());
        switch (joined.reply()) {
            case Reply.Accepted accepted
            when joined.alreadySo() && !membership.pending() ->
                run.commit(Counts.steps(1), database -> ledger.found(database, assignment.exportId(), membership));
            case Reply.Accepted accepted ->
                run.commit(Counts.join(), database -> ledger.joined(database, assignment.exportId(), membership));
            case Reply.Refused refused
            when refused.notFound() && heal -> {
                lose(assignment, membership, list);
                return false;
            }
            case Reply.Refused refused ->
                run.commit(Counts.rejection(), database -> {
                    ledger.left(database, assignment.exportId(), membership);
                    DesiredRepository.reject(
                            database, assignment.runId(), membership.profileId(), RejectionReason.REFUSED_BY_AUTOPILOT);
                });
        }
        return true;
    }

    private void lose(Assignment assignment, Membership membership, String list) {
        boolean listIsThere = assignment.lists().isThere(list);
        assignment.run().commit(Counts.steps(0), database -> {
            if (listIsThere) {
                ledger.contactLost(database, membership.contactId());
            } else {
                ledger.left(database, assignment.exportId(), membership);
                ledger.listLost(database, list);
            }
        });
    }
}
