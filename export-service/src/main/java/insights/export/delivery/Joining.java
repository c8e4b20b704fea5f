package insights.export.delivery;

import insights.export.audience.LostLists;
import insights.export.comparison.WorkRepository;
import insights.export.desired.DesiredRepository;
import insights.export.destination.MembershipAnswer;
import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import insights.export.ledger.Memberships;
import insights.export.matching.RejectionReason;
import insights.export.progress.Counts;
import insights.export.run.RunControl;
import insights.export.segment.OptOutClient;
import insights.export.sending.LastLook;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One pass over the memberships of a run: each is asked for, and what the destination says is written down. */
final class Joining {

    private final Assignment assignment;
    private final Ledger ledger;
    private final Memberships memberships;
    private final LostLists lostLists;
    private final boolean heal;
    private volatile boolean lost;

    /** Of several memberships of a profile that are refused it is the profile that counts. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** @param heal whether to note what the destination has no longer; otherwise it is a refusal */
    Joining(Assignment assignment, Ledger ledger, Memberships memberships, LostLists lostLists, boolean heal) {
        this.assignment = assignment;
        this.ledger = ledger;
        this.memberships = memberships;
        this.lostLists = lostLists;
        this.heal = heal;
    }

    /** Whether the destination had something no longer. */
    boolean hasLost() {
        return lost;
    }

    /** Joins some, one after the other. */
    void each(List<WorkRepository.Join> joins, LastLook look) {
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
                .commit(Counts.steps(0), database -> memberships.joining(database, assignment.exportId(), membership));
        try {
            settle(membership, list, look.whileNoneIsOut(List.of(contact(join)), () -> assignment
                    .destination()
                    .lists()
                    .join(list, membership.contactId())));
        } catch (LastLook.OptedOutMeanwhile out) {
            boolean nothingAsked = !out.maybeSent() && !membership.pending();
            reject(membership, RejectionReason.OPTED_OUT, database -> {
                if (nothingAsked) {
                    memberships.left(database, assignment.exportId(), membership);
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
                            Counts.steps(1),
                            database -> memberships.found(database, assignment.exportId(), membership));
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
                .commit(Counts.join(), database -> memberships.joined(database, assignment.exportId(), membership));
    }

    private void refuse(Membership membership) {
        reject(
                membership,
                RejectionReason.REFUSED_BY_DESTINATION,
                database -> memberships.left(database, assignment.exportId(), membership));
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
            assignment.run().commit(Counts.steps(0), database -> ledger.contactLost(database, membership.contactId()));
        } else {
            lostLists.forget(
                    assignment.export(),
                    assignment.run(),
                    membership,
                    list,
                    database -> memberships.left(database, assignment.exportId(), membership));
        }
    }

    /** Whom segment-service is asked for, whether they opted out. */
    static OptOutClient.Contact contact(WorkRepository.Join join) {
        return new OptOutClient.Contact(join.membership().profileId(), join.optOutKey());
    }
}
