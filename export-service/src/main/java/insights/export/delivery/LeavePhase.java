package insights.export.delivery;

import insights.export.autopilot.AutopilotAccount;
import insights.export.autopilot.Reply;
import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes contacts off the lists that the export put them on and no longer wants them on. */
@ApplicationScoped
class LeavePhase {

    private static final int BATCH = 100;

    private final WorkRepository work;
    private final Ledger ledger;
    private final SegmentLists lists;

    LeavePhase(WorkRepository work, Ledger ledger, SegmentLists lists) {
        this.work = work;
        this.ledger = ledger;
        this.lists = lists;
    }

    void run(Assignment assignment) {
        UUID run = assignment.run().id();
        UUID export = assignment.export().id();
        for (List<Membership> batch = work.leaves(run, export, BATCH);
                !batch.isEmpty();
                batch = work.leaves(run, export, BATCH)) {
            batch.forEach(membership -> leave(assignment, membership));
        }
        assignment.run().commit(Counts.steps(0), database -> WorkRepository.forgetUnwanted(database, run, export));
    }

    private void leave(Assignment assignment, Membership membership) {
        UUID export = assignment.export().id();
        Optional<String> list = lists.known(export, membership.segment());
        if (list.isPresent() && isLeftToAnother(assignment, membership, list.get())) {
            return;
        }
        // A contact or list that Autopilot no longer has needs no leaving: either way it is off the list afterwards.
        boolean changed = list.isPresent() && leave(assignment.account(), list.get(), membership.contactId());
        assignment
                .run()
                .commit(
                        changed ? Counts.leave() : Counts.steps(1),
                        database -> ledger.left(database, export, membership));
    }

    /** Two exports of one connection can share a segment, and so its list. */
    private boolean isLeftToAnother(Assignment assignment, Membership membership, String list) {
        UUID export = assignment.export().id();
        AtomicBoolean inherited = new AtomicBoolean();
        assignment.run().commit(Counts.steps(0), database -> {
            inherited.set(ledger.inherited(database, export, list, membership.contactId()));
            if (inherited.get()) {
                ledger.left(database, export, membership);
            }
        });
        return inherited.get();
    }

    private static boolean leave(AutopilotAccount account, String list, String contact) {
        AutopilotAccount.Membership left = account.leave(list, contact);
        return left.reply() instanceof Reply.Accepted && !left.alreadySo();
    }
}
