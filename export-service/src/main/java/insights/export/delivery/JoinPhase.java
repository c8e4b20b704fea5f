package insights.export.delivery;

import insights.export.destination.MembershipAnswer;
import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import insights.export.matching.RejectionReason;
import insights.export.segment.OptOutClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Puts contacts on the lists of their segments: one request for each membership that did not ride along ({@link Riding}). */
@ApplicationScoped
class JoinPhase {

    private static final int READ = 1_000;

    /** A list takes hours; who opts out meanwhile is asked for so many at once. */
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
        assignment.riding().settle(assignment);
        Joining joining = new Joining(assignment, heal);
        Membership last = null;
        while (true) {
            List<WorkRepository.Join> joins = work.joins(assignment.runId(), assignment.exportId(), last, READ);
            if (joins.isEmpty()) {
                assignment.inFlight().awaitAll();
                return joining.lost;
            }
            for (int from = 0; from < joins.size(); from += LOOK) {
                List<WorkRepository.Join> next = joins.subList(from, Math.min(joins.size(), from + LOOK));
                LastLook look = new LastLook(
                        assignment,
                        optOuts,
                        next.stream().map(JoinPhase::contact).toList());
                for (List<WorkRepository.Join> ofOne : ByContact.cut(next, WorkRepository.Join::membership)) {
                    String contact = ofOne.getFirst().membership().contactId();
                    assignment.inFlight().begin(List.of(contact), () -> joining.each(ofOne, look));
                }
            }
            last = joins.getLast().membership();
        }
    }

    /** One pass over the memberships of a run. */
    private final class Joining {

        private final Assignment assignment;
        private final boolean heal;
        private volatile boolean lost;

        /** Of several memberships of a profile that are refused it is the profile that counts. */
        private final Set<String> refused = ConcurrentHashMap.newKeySet();

        Joining(Assignment assignment, boolean heal) {
            this.assignment = assignment;
            this.heal = heal;
        }

        private void each(List<WorkRepository.Join> joins, LastLook look) {
            for (WorkRepository.Join join : joins) {
                if (look.optedOut().contains(contact(join))) {
                    // Somebody opted out after the comparison. The next run takes off what this one did before.
                    reject(join.membership(), RejectionReason.OPTED_OUT, database -> {});
                } else {
                    join(join, look);
                }
            }
        }

        private void join(WorkRepository.Join join, LastLook look) {
            Membership membership = join.membership();
            String list = assignment.lists().ensure(membership.segment());
            assignment
                    .run()
                    .commit(Counts.steps(0), database -> ledger.joining(database, assignment.exportId(), membership));
            try {
                settle(membership, list, look.whileNoneIsOut(List.of(contact(join)), () -> assignment
                        .destination()
                        .lists()
                        .join(list, membership.contactId())));
            } catch (LastLook.OptedOutMeanwhile out) {
                boolean nothingAsked = !out.maybeSent() && !membership.pending();
                reject(membership, RejectionReason.OPTED_OUT, database -> {
                    if (nothingAsked) {
                        ledger.left(database, assignment.exportId(), membership);
                    }
                });
            }
        }

        private void settle(Membership membership, String list, MembershipAnswer answer) {
            RunControl run = assignment.run();
            switch (answer) {
                case ALREADY_SO -> {
                    if (membership.pending()) {
                        joined(membership);
                    } else {
                        run.commit(
                                Counts.steps(1), database -> ledger.found(database, assignment.exportId(), membership));
                    }
                }
                case CHANGED -> joined(membership);
                case NOT_THERE -> {
                    if (heal) {
                        lose(membership, list);
                        lost = true;
                    } else {
                        refuse(membership);
                    }
                }
                case REFUSED -> refuse(membership);
            }
        }

        private void joined(Membership membership) {
            assignment
                    .run()
                    .commit(Counts.join(), database -> ledger.joined(database, assignment.exportId(), membership));
        }

        private void refuse(Membership membership) {
            reject(
                    membership,
                    RejectionReason.REFUSED_BY_DESTINATION,
                    database -> ledger.left(database, assignment.exportId(), membership));
        }

        private void reject(Membership membership, RejectionReason reason, RunControl.Change also) {
            Counts counts = refused.add(membership.profileId()) ? Counts.rejection() : Counts.steps(1);
            assignment.run().commit(counts, database -> {
                also.apply(database);
                DesiredRepository.reject(database, assignment.runId(), membership.profileId(), reason);
            });
        }

        private void lose(Membership membership, String list) {
            if (assignment.lists().isThere(list)) {
                assignment
                        .run()
                        .commit(Counts.steps(0), database -> ledger.contactLost(database, membership.contactId()));
            } else {
                lostLists.forget(
                        assignment,
                        membership,
                        list,
                        database -> ledger.left(database, assignment.exportId(), membership));
            }
        }
    }

    private static OptOutClient.Contact contact(WorkRepository.Join join) {
        return new OptOutClient.Contact(join.membership().profileId(), join.optOutKey());
    }
}
