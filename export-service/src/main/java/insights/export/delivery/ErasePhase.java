package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.audience.SharedAudience;
import insights.export.desired.DesiredRepository;
import insights.export.guard.AudienceGone;
import insights.export.ledger.Erasure;
import insights.export.ledger.Erasures;
import insights.export.ledger.Ledger;
import insights.export.ledger.Membership;
import insights.export.ledger.SharedContacts;
import insights.export.progress.Counts;
import insights.export.progress.WaitReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Takes people who were erased out of the destination, and then out of everything kept here (D4). No guard holds it up. */
@ApplicationScoped
class ErasePhase {

    private static final int READ = 100;

    private final Erasures erasures;
    private final SharedContacts contacts;
    private final Ledger ledger;
    private final BelievedAddresses addresses;
    private final NotFound notFound;
    private final LeavePhase leaves;
    private final ClearPhase clears;
    private final DeliveryConfig config;

    ErasePhase(
            Erasures erasures,
            SharedContacts contacts,
            Ledger ledger,
            BelievedAddresses addresses,
            NotFound notFound,
            LeavePhase leaves,
            ClearPhase clears,
            DeliveryConfig config) {
        this.erasures = erasures;
        this.contacts = contacts;
        this.ledger = ledger;
        this.addresses = addresses;
        this.notFound = notFound;
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
        Erasure.Outcome outcome = erasure.contacts().stream()
                .map(contact -> erase(assignment, erasure.profileId(), contact))
                .max(Comparator.naturalOrder())
                .orElse(Erasure.Outcome.NOTHING_THERE);
        if (outcome != Erasure.Outcome.REFUSED) {
            assignment.run().commit(Counts.steps(1), database -> {
                for (Erasure.Contact contact : erasure.contacts()) {
                    AudienceGone.forgotten(database, assignment.runId(), assignment.exportId(), contact.address());
                }
                erasures.done(database, assignment.exportId(), erasure, outcome);
            });
        }
    }

    private Erasure.Outcome erase(Assignment assignment, String profile, Erasure.Contact contact) {
        if (contact.contactId() == null && !contact.isInAny() && !(deletes() && contact.unanswered())) {
            return Erasure.Outcome.NOTHING_THERE;
        }
        Supplier<Optional<EmailAddress>> email = () -> email(assignment, profile, contact);
        if (contact.contactId() != null) {
            return erase(assignment, profile, contact, email);
        }
        return byAddress(assignment, profile, contact, email.get());
    }

    private Erasure.Outcome erase(
            Assignment assignment, String profile, Erasure.Contact contact, Supplier<Optional<EmailAddress>> email) {
        if (deletes() && !contact.shared() && !isSomebodyElses(assignment, profile, contact)) {
            return delete(assignment, profile, contact, email);
        }
        return contact.isInAny() ? takeOff(assignment, profile, contact, email) : Erasure.Outcome.NOTHING_THERE;
    }

    private boolean deletes() {
        return config.erasure() == DeliveryConfig.Erased.DELETE_CONTACT;
    }

    /** Whether a profile that is still there has the address too: what they told the destination of themselves would go with it. */
    private boolean isSomebodyElses(Assignment assignment, String profile, Erasure.Contact contact) {
        return believed(assignment, contacts.passedOver(assignment.exportId(), profile)).values().stream()
                .anyMatch(address -> addresses.check(contact.address(), address).isPresent());
    }

    private Map<String, String> believed(Assignment assignment, List<String> profiles) {
        return assignment
                .run()
                .asking(
                        WaitReason.SEGMENT_SERVICE,
                        () -> addresses.of(assignment.export(), assignment.type(), profiles));
    }

    /** That of the erasure, or where it was not told with it, that of the profile, if it is still there. */
    private Optional<EmailAddress> email(Assignment assignment, String profile, Erasure.Contact contact) {
        return Optional.ofNullable(contact.email())
                .or(() -> addresses.check(
                        contact.address(),
                        believed(assignment, List.of(profile)).get(profile)));
    }

    /** Whom no answer ever named, or who has another name now: once that is known they are like everybody. */
    private Erasure.Outcome byAddress(
            Assignment assignment, String profile, Erasure.Contact contact, Optional<EmailAddress> email) {
        if (email.isEmpty()) {
            return contacts.isKnown(assignment.exportId(), contact.address())
                    ? notFound(assignment, contact)
                    : Erasure.Outcome.NOTHING_THERE;
        }
        Optional<String> id =
                assignment.destination().idOf(email.get()).filter(found -> !found.equals(contact.contactId()));
        id.ifPresent(found -> assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database -> ledger.identified(database, assignment.exportId(), contact.address(), found)));
        return id.map(found -> erase(
                        assignment, profile, contact.named(found, contacts.isShared(found, profile)), () -> email))
                .orElse(Erasure.Outcome.NOTHING_THERE);
    }

    private Erasure.Outcome notFound(Assignment assignment, Erasure.Contact contact) {
        notFound.warn(
                assignment,
                Stream.concat(contact.memberships().stream(), contact.flags().stream())
                        .toList());
        return Erasure.Outcome.NOT_FOUND;
    }

    private Erasure.Outcome delete(
            Assignment assignment, String profile, Erasure.Contact contact, Supplier<Optional<EmailAddress>> email) {
        return switch (assignment.destination().delete(contact.contactId())) {
            case DELETED -> deleted(assignment, profile, contact);
            case STILL_THERE -> notDeleted(assignment, profile, contact, email);
            case NOT_THERE -> byAddress(assignment, profile, contact, email.get());
        };
    }

    /** It is asked for again. Until then they are at least in no audience by the doing of the export. */
    private Erasure.Outcome notDeleted(
            Assignment assignment, String profile, Erasure.Contact contact, Supplier<Optional<EmailAddress>> email) {
        assignment
                .run()
                .commit(
                        Counts.notTakenOff(),
                        database -> DesiredRepository.notDeleted(database, assignment.runId(), profile));
        if (contact.isInAny()) {
            takeOff(assignment, profile, contact, email);
        }
        return Erasure.Outcome.REFUSED;
    }

    /** The account's other exports need not look for it. */
    private Erasure.Outcome deleted(Assignment assignment, String profile, Erasure.Contact contact) {
        assignment.run().commit(Counts.steps(0), database -> {
            for (SharedContacts.Other other :
                    contacts.others(database, assignment.exportId(), profile, contact.contactId())) {
                AudienceGone.forgotten(database, assignment.runId(), other.export(), other.address());
                contacts.forget(database, other.export(), other.address());
            }
        });
        return Erasure.Outcome.CONTACT_DELETED;
    }

    /** Exports that want the contact for somebody else of its address keep it; those who want nothing now do not think they do. */
    private Erasure.Outcome takeOff(
            Assignment assignment, String profile, Erasure.Contact contact, Supplier<Optional<EmailAddress>> email) {
        assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database -> SharedAudience.answerForIdle(database, assignment.exportId(), contact.address()));
        contact.memberships()
                .forEach(segment -> leaves.leave(
                        assignment, new Membership(profile, contact.address(), contact.contactId(), segment, false)));
        boolean found = contact.flags().isEmpty() || clears.erase(assignment, contact.address(), email);
        if (erasures.isStillThere(assignment.exportId(), contact.address())) {
            return Erasure.Outcome.REFUSED;
        }
        return found ? Erasure.Outcome.TAKEN_OFF : Erasure.Outcome.NOT_FOUND;
    }
}
