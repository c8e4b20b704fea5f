package insights.export.delivery;

import insights.export.autopilot.AutopilotAccount;
import insights.export.autopilot.Reply;
import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import insights.export.matching.RejectionReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Puts contacts on the lists of their segments: one request per membership. */
@ApplicationScoped
class JoinPhase {

    private static final int BATCH = 100;

    private final WorkRepository work;
    private final Ledger ledger;
    private final SegmentLists lists;

    JoinPhase(WorkRepository work, Ledger ledger, SegmentLists lists) {
        this.work = work;
        this.ledger = ledger;
        this.lists = lists;
    }

    void run(Assignment assignment) {
        RunControl run = assignment.run();
        UUID export = assignment.export().id();
        for (List<Membership> batch = work.joins(run.id(), export, BATCH);
                !batch.isEmpty();
                batch = work.joins(run.id(), export, BATCH)) {
            batch.forEach(membership -> join(assignment, membership));
        }
    }

    private void join(Assignment assignment, Membership membership) {
        UUID export = assignment.export().id();
        RunControl run = assignment.run();
        String list = lists.ensure(assignment, membership.segment());
        run.commit(Counts.steps(0), database -> ledger.joining(database, export, membership));
        AutopilotAccount.Membership joined = assignment.account().join(list, membership.contactId());
        if (joined.reply() instanceof Reply.Refused) {
            run.commit(Counts.rejection(), database -> {
                ledger.left(database, export, membership);
                DesiredRepository.reject(
                        database, run.id(), membership.profileId(), RejectionReason.REFUSED_BY_AUTOPILOT);
            });
        } else if (joined.alreadySo() && !membership.pending()) {
            run.commit(Counts.steps(1), database -> ledger.found(database, export, membership));
        } else {
            run.commit(Counts.join(), database -> ledger.joined(database, export, membership));
        }
    }
}
