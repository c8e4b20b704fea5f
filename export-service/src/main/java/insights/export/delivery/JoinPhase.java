package insights.export.delivery;

import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import insights.export.matching.RejectionReason;
import insights.export.progress.WaitReason;
import insights.export.segment.OptOutClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts contacts on the lists of their segments: one request per membership. */
@ApplicationScoped
class JoinPhase {

    private static final int READ = 1_000;

    /** A list takes hours; who opts out meanwhile is asked for before each so many. */
    private static final int LOOK = 100;

    private final WorkRepository work;
    private final Ledger ledger;
    private final LostLists lostLists;
    private final OptOutClient optOuts;

    JoinPhase(WorkRepository work, Ledger ledger, LostLists lostLists, OptOutClient optOuts) {
        this.work = work;
        this.ledger = ledger;
        this.lostLists = lostLists;
        this.optOuts = optOuts;
    }

    /**
     * Joins.
     *
     * @param heal whether to note what the destination has no longer, so that it can be made anew; otherwise it is a refusal
     * @return whether there was such
     */
    boolean run(Assignment assignment, boolean heal) {
        boolean lost = false;
        String refused = null;
        Membership last = null;
        while (true) {
            List<WorkRepository.Join> joins = work.joins(assignment.runId(), assignment.exportId(), last, READ);
            if (joins.isEmpty()) {
                return lost;
            }
            OptOutClient.OptedOut optedOut = null;
            for (int i = 0; i < joins.size(); i++) {
                Membership membership = joins.get(i).membership();
                if (i % LOOK == 0) {
                    optedOut = optedOut(assignment, joins.subList(i, Math.min(joins.size(), i + LOOK)));
                }
                if (optedOut.contains(contact(joins.get(i)))) {
                    leaveOut(assignment, membership, membership.profileId().equals(refused));
                    refused = membership.profileId();
                    continue;
                }
                // The memberships of a profile come one after the other; refused several times it is one that was
                // refused.
                Joined joined = join(
                        assignment, membership, heal, membership.profileId().equals(refused));
                lost |= joined == Joined.LOST;
                refused = joined == Joined.REFUSED ? membership.profileId() : refused;
            }
            last = joins.getLast().membership();
        }
    }

    private OptOutClient.OptedOut optedOut(Assignment assignment, List<WorkRepository.Join> joins) {
        return assignment
                .run()
                .asking(
                        WaitReason.SEGMENT_SERVICE,
                        () -> optOuts.among(
                                joins.stream().map(JoinPhase::contact).toList()));
    }

    private static OptOutClient.Contact contact(WorkRepository.Join join) {
        return new OptOutClient.Contact(join.membership().profileId(), join.optOutKey());
    }

    /** Somebody opted out after the comparison. The next run takes off what this one did before. */
    private static void leaveOut(Assignment assignment, Membership membership, boolean before) {
        assignment
                .run()
                .commit(
                        before ? Counts.steps(1) : Counts.rejection(),
                        database -> DesiredRepository.reject(
                                database, assignment.runId(), membership.profileId(), RejectionReason.OPTED_OUT));
    }

    private enum Joined {
        DONE,
        /** The contact or the list is there no longer. */
        LOST,
        REFUSED
    }

    private Joined join(Assignment assignment, Membership membership, boolean heal, boolean refusedBefore) {
        RunControl run = assignment.run();
        String list = assignment.lists().ensure(membership.segment());
        run.commit(Counts.steps(0), database -> ledger.joining(database, assignment.exportId(), membership));
        switch (assignment.destination().lists().join(list, membership.contactId())) {
            case ALREADY_SO -> {
                if (membership.pending()) {
                    joined(assignment, membership);
                } else {
                    run.commit(Counts.steps(1), database -> ledger.found(database, assignment.exportId(), membership));
                }
            }
            case CHANGED -> joined(assignment, membership);
            case NOT_THERE -> {
                if (heal) {
                    lose(assignment, membership, list);
                    return Joined.LOST;
                }
                refuse(assignment, membership, refusedBefore);
                return Joined.REFUSED;
            }
            case REFUSED -> {
                refuse(assignment, membership, refusedBefore);
                return Joined.REFUSED;
            }
        }
        return Joined.DONE;
    }

    private void joined(Assignment assignment, Membership membership) {
        assignment.run().commit(Counts.join(), database -> ledger.joined(database, assignment.exportId(), membership));
    }

    private void refuse(Assignment assignment, Membership membership, boolean refusedBefore) {
        assignment.run().commit(refusedBefore ? Counts.steps(1) : Counts.rejection(), database -> {
            ledger.left(database, assignment.exportId(), membership);
            DesiredRepository.reject(
                    database, assignment.runId(), membership.profileId(), RejectionReason.REFUSED_BY_DESTINATION);
        });
    }

    private void lose(Assignment assignment, Membership membership, String list) {
        if (assignment.lists().isThere(list)) {
            assignment.run().commit(Counts.steps(0), database -> ledger.contactLost(database, membership.contactId()));
        } else {
            lostLists.forget(
                    assignment, membership, list, database -> ledger.left(database, assignment.exportId(), membership));
        }
    }
}
