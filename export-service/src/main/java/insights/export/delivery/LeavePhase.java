package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.audience.LostLists;
import insights.export.comparison.KnownElsewhere;
import insights.export.comparison.MoveRepository;
import insights.export.comparison.TakeOffRepository;
import insights.export.comparison.Whose;
import insights.export.desired.DesiredRepository;
import insights.export.guard.AudienceGone;
import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import insights.export.ledger.Memberships;
import insights.export.progress.Counts;
import insights.export.progress.WaitReason;
import insights.export.sending.ByContact;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Takes contacts off the lists that the export put them on and no longer wants them on, or no longer shows them by. */
@ApplicationScoped
class LeavePhase {

    private static final int READ = 1_000;

    private final TakeOffRepository work;
    private final KnownElsewhere elsewhere;
    private final MoveRepository moves;
    private final Ledger ledger;
    private final Memberships memberships;
    private final LostLists lostLists;
    private final BelievedAddresses addresses;
    private final NotFound notFound;

    LeavePhase(
            TakeOffRepository work,
            KnownElsewhere elsewhere,
            MoveRepository moves,
            Ledger ledger,
            Memberships memberships,
            LostLists lostLists,
            BelievedAddresses addresses,
            NotFound notFound) {
        this.work = work;
        this.elsewhere = elsewhere;
        this.moves = moves;
        this.ledger = ledger;
        this.memberships = memberships;
        this.lostLists = lostLists;
        this.addresses = addresses;
        this.notFound = notFound;
    }

    void run(Assignment assignment, Whose whose) {
        run(assignment, last -> work.leaves(assignment.runId(), assignment.exportId(), whose, last, READ));
    }

    /** Takes those off their lists whose flags are set instead, because the export shows its audiences by flag now. */
    void move(Assignment assignment) {
        run(assignment, last -> moves.offLists(assignment.runId(), assignment.exportId(), last, READ));
    }

    private void run(Assignment assignment, Function<Membership, List<Membership>> after) {
        Membership last = null;
        while (true) {
            List<Membership> leaves = after.apply(last);
            if (leaves.isEmpty()) {
                assignment.inFlight().awaitAll();
                return;
            }
            beginNameless(
                    assignment,
                    leaves.stream().filter(leave -> leave.contactId() == null).toList());
            List<Membership> named =
                    leaves.stream().filter(leave -> leave.contactId() != null).toList();
            for (List<Membership> ofOne : ByContact.cut(named, Function.identity())) {
                assignment
                        .inFlight()
                        .begin(
                                List.of(ofOne.getFirst().contactId()),
                                () -> ofOne.forEach(membership -> leave(assignment, membership)));
            }
            last = leaves.getLast();
        }
    }

    /**
     * Those who were to be put on a list by the very request that was to make them contacts, and of whom no answer came: they go by
     * their address, or by what another export knows them by. Whoever has another address by now may not be found, and is told of.
     */
    private void beginNameless(Assignment assignment, List<Membership> leaves) {
        if (leaves.isEmpty()) {
            return;
        }
        BelievedAddresses.Found found = assignment
                .run()
                .asking(
                        WaitReason.SEGMENT_SERVICE,
                        () -> addresses.find(
                                assignment.export(),
                                assignment.type(),
                                leaves.stream()
                                        .map(BelievedAddresses.Hashed::of)
                                        .toList()));
        KnownElsewhere.Ids ids = elsewhere.ids(
                assignment.exportId(),
                leaves.stream()
                        .map(Membership::address)
                        .filter(address -> found.email(address).isEmpty())
                        .toList());
        for (Membership leave : leaves) {
            String name = BelievedAddresses.Hashed.name(leave.address());
            Optional<String> email = found.email(leave.address()).map(EmailAddress::sent);
            Optional<String> id = ids.of(leave.address());
            Optional<String> contact = email.or(() -> id);
            assignment
                    .inFlight()
                    .begin(
                            List.of(id.orElse(name)),
                            () -> contact.ifPresentOrElse(
                                    known -> leave(assignment, leave, known),
                                    () -> notFound(assignment, leave, found.isErased(leave.address()))));
        }
    }

    /** Takes a contact off a list, and waits for the answer; unless another export wants it there. */
    void leave(Assignment assignment, Membership membership) {
        leave(assignment, membership, membership.contactId());
    }

    /** @param contact what the destination finds the contact by */
    private void leave(Assignment assignment, Membership membership, String contact) {
        Optional<String> list = assignment.lists().known(membership.segment());
        if (list.isEmpty()) {
            left(assignment, membership, false);
        } else if (!isLeftToAnother(assignment, membership, list.get())) {
            leaveList(assignment, membership.named(contact), list.get());
        }
    }

    /** Announced, because it may be wanted again before anybody knows whether it was done. */
    private void leaveList(Assignment assignment, Membership membership, String list) {
        assignment.run().commit(Counts.steps(0), database -> {
            goes(database, assignment, membership);
            memberships.leaving(database, assignment.exportId(), membership);
        });
        switch (assignment.destination().lists().leave(list, membership.contactId())) {
            case CHANGED -> left(assignment, membership, true);
            case ALREADY_SO -> left(assignment, membership, false);
            case NOT_THERE -> {
                left(assignment, membership, false);
                heal(assignment, membership, list);
            }
            case REFUSED ->
                assignment.run().commit(Counts.notTakenOff(), database -> {
                    memberships.joined(database, assignment.exportId(), membership);
                    DesiredRepository.notTakenOff(database, assignment.runId(), membership.profileId());
                });
        }
    }

    /** A contact or list that the destination no longer has needs no leaving; but what else is known of it is wrong. */
    private void heal(Assignment assignment, Membership membership, String list) {
        if (assignment.lists().isThere(list)) {
            assignment.run().commit(Counts.steps(0), database -> ledger.contactLost(database, membership.contactId()));
        } else {
            lostLists.forget(assignment.export(), assignment.run(), membership, list, database -> {});
        }
    }

    private void notFound(Assignment assignment, Membership membership, boolean erased) {
        notFound.warn(assignment, List.of(membership.segment()));
        if (erased) {
            // The erasure that is to come finds them by what is known of them here.
            assignment.run().commit(Counts.steps(1), database -> {});
        } else {
            left(assignment, membership, false);
        }
    }

    private void left(Assignment assignment, Membership membership, boolean changed) {
        assignment
                .run()
                .commit(changed ? Counts.leave() : Counts.steps(1), database -> gone(database, assignment, membership));
    }

    /** Two exports of one connection can share a segment, and so its list. */
    private boolean isLeftToAnother(Assignment assignment, Membership membership, String list) {
        AtomicBoolean inherited = new AtomicBoolean();
        assignment.run().commit(Counts.steps(0), database -> {
            inherited.set(memberships.inherited(database, assignment.exportId(), membership, list));
            if (inherited.get()) {
                gone(database, assignment, membership);
            }
        });
        return inherited.get();
    }

    private void gone(Connection database, Assignment assignment, Membership membership) throws SQLException {
        goes(database, assignment, membership);
        memberships.left(database, assignment.exportId(), membership);
    }

    private static void goes(Connection database, Assignment assignment, Membership membership) throws SQLException {
        AudienceGone.leaves(
                database, assignment.runId(), assignment.exportId(), membership.address(), membership.segment());
    }
}
