package insights.export.delivery;

import insights.export.audience.SharedAudience;
import insights.export.guard.AudienceGone;
import insights.export.ledger.Erasure;
import insights.export.ledger.Erasures;
import insights.export.ledger.Membership;
import insights.export.progress.Counts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/** Takes people who were erased out of the destination, and then out of everything kept here (D4). No guard holds it up. */
@ApplicationScoped
class ErasePhase {

    private static final int READ = 100;

    private final Erasures erasures;
    private final LeavePhase leaves;
    private final ClearPhase clears;
    private final DeliveryConfig config;

    ErasePhase(Erasures erasures, LeavePhase leaves, ClearPhase clears, DeliveryConfig config) {
        this.erasures = erasures;
        this.leaves = leaves;
        this.clears = clears;
        this.config = config;
    }

    void run(Assignment assignment) {
        String after = "";
        for (List<Erasure> next = erasures.next(assignment.exportId(), after, READ);
                !next.isEmpty();
                next = erasures.next(assignment.exportId(), after, READ)) {
            next.forEach(erasure -> assignment.inFlight().begin(contacts(erasure), () -> erase(assignment, erasure)));
            after = next.getLast().profileId();
        }
        assignment.inFlight().awaitAll();
    }

    /** Two of them can have had one address, and so one contact. */
    private static List<String> contacts(Erasure erasure) {
        return erasure.contacts().stream()
                .map(Erasure.Contact::contactId)
                .filter(Objects::nonNull)
                .toList();
    }

    private void erase(Assignment assignment, Erasure erasure) {
        Erasure.Outcome outcome = Erasure.Outcome.NOTHING_THERE;
        for (Erasure.Contact contact : erasure.contacts()) {
            if (contact.contactId() != null) {
                boolean delete = config.erasure() == DeliveryConfig.Erased.DELETE_CONTACT && !contact.shared();
                Erasure.Outcome one = delete ? delete(assignment, contact) : takeOff(assignment, erasure, contact);
                outcome = outcome == Erasure.Outcome.REFUSED ? outcome : one;
            }
        }
        if (outcome != Erasure.Outcome.REFUSED) {
            Erasure.Outcome done = outcome;
            assignment.run().commit(Counts.steps(1), database -> {
                for (Erasure.Contact contact : erasure.contacts()) {
                    AudienceGone.forgotten(database, assignment.runId(), assignment.exportId(), contact.address());
                }
                erasures.done(database, assignment.exportId(), erasure, done);
            });
        }
    }

    private static Erasure.Outcome delete(Assignment assignment, Erasure.Contact contact) {
        return switch (assignment.destination().delete(contact.contactId())) {
            case DELETED -> Erasure.Outcome.CONTACT_DELETED;
            case NOT_THERE -> Erasure.Outcome.NOTHING_THERE;
            case STILL_THERE -> Erasure.Outcome.REFUSED;
        };
    }

    /** Exports that want the contact for somebody else of its address keep it; those who want nothing now do not think they do. */
    private Erasure.Outcome takeOff(Assignment assignment, Erasure erasure, Erasure.Contact contact) {
        assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database -> SharedAudience.answerForIdle(database, assignment.exportId(), contact.address()));
        contact.memberships()
                .forEach(segment -> leaves.leave(
                        assignment,
                        new Membership(erasure.profileId(), contact.address(), contact.contactId(), segment, false)));
        if (!contact.flags().isEmpty()) {
            clears.clear(assignment, contact.address());
        }
        return erasures.isStillThere(assignment.exportId(), contact.address())
                ? Erasure.Outcome.REFUSED
                : Erasure.Outcome.TAKEN_OFF;
    }
}
