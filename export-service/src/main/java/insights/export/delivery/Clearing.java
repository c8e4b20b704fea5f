package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.comparison.KnownElsewhere;
import insights.export.comparison.TakeOffRepository;
import insights.export.delivery.BelievedAddresses.Found;
import insights.export.delivery.BelievedAddresses.Hashed;
import insights.export.desired.DesiredRepository;
import insights.export.destination.Contact;
import insights.export.destination.ContactChange;
import insights.export.guard.AudienceGone;
import insights.export.ledger.Ledger;
import insights.export.matching.RejectionReason;
import insights.export.progress.Counts;
import insights.export.progress.WaitReason;
import insights.export.sending.BatchUpsert;
import insights.export.sending.Batches;
import insights.export.sending.Upsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes flags off some contacts. Where the destination finds contacts by their address only, which the ledger does not have, that is
 * asked of segment-service, or, where nobody is known to have it by now, of the destination. Where it finds them by id and nobody has
 * that any more, whoever has the address now is meant: they can have been merged into somebody else there, flags included.
 */
final class Clearing implements BatchUpsert.Results {

    private final Assignment assignment;
    private final Ledger ledger;
    private final TakeOffRepository work;
    private final KnownElsewhere elsewhere;
    private final NotFound notFound;
    private final Emails believed;
    private final Noted clearing;
    private final Noted cleared;
    private boolean erased;
    private volatile boolean everybodyFound = true;

    /**
     * Of one phase of a run.
     *
     * @param believed tells addresses of contacts
     * @param clearing hears of those who are about to lose the flags
     * @param cleared hears of those who have them no longer
     */
    Clearing(
            Assignment assignment,
            TakeOffRepository work,
            KnownElsewhere elsewhere,
            Ledger ledger,
            NotFound notFound,
            Emails believed,
            Noted clearing,
            Noted cleared) {
        this.assignment = assignment;
        this.work = work;
        this.elsewhere = elsewhere;
        this.ledger = ledger;
        this.notFound = notFound;
        this.believed = believed;
        this.clearing = clearing;
        this.cleared = cleared;
    }

    /** What is known of the addresses of contacts. */
    @FunctionalInterface
    interface Emails {
        Found of(List<Hashed> contacts);
    }

    /** Whether all of them, as far as they are there at all, were found by what is known here. */
    boolean isEverybodyFound() {
        return everybodyFound;
    }

    /** Notes what becomes of the flags of contacts, in the transaction of the run. */
    @FunctionalInterface
    interface Noted {
        void note(Connection database, List<byte[]> addresses) throws SQLException;
    }

    /** Clears them without waiting for the answers. */
    void begin(List<TakeOffRepository.Flagged> flagged) {
        List<TakeOffRepository.Flagged> left = leaveToOthers(flagged);
        Found found = found(left);
        List<TakeOffRepository.Flagged> ours = named(left, found);
        for (List<TakeOffRepository.Flagged> batch :
                Batches.of(ours, assignment.type().maxContacts())) {
            assignment
                    .inFlight()
                    .begin(batch.stream().map(TakeOffRepository.Flagged::name).toList(), () -> clear(batch, found));
        }
    }

    /** Of whom neither a name nor an address is known, another export may know the name. */
    private List<TakeOffRepository.Flagged> named(List<TakeOffRepository.Flagged> contacts, Found found) {
        KnownElsewhere.Ids ids = elsewhere.ids(
                assignment.exportId(),
                contacts.stream()
                        .filter(contact -> isUnknown(contact, found))
                        .map(TakeOffRepository.Flagged::address)
                        .toList());
        return contacts.stream()
                .map(contact -> isUnknown(contact, found)
                        ? ids.of(contact.address()).map(contact::named).orElse(contact)
                        : contact)
                .toList();
    }

    private static boolean isUnknown(TakeOffRepository.Flagged contact, Found found) {
        return contact.contactId() == null && !found.email(contact.address()).isPresent();
    }

    /** Where another export wants the same there is nothing to send, only to note. @return the others, who are to be sent */
    private List<TakeOffRepository.Flagged> leaveToOthers(List<TakeOffRepository.Flagged> flagged) {
        List<byte[]> leftToOthers = flagged.stream()
                .filter(contact -> !contact.isOurs())
                .map(TakeOffRepository.Flagged::address)
                .toList();
        if (!leftToOthers.isEmpty()) {
            note(Counts.steps(leftToOthers.size()), leftToOthers);
        }
        return flagged.stream().filter(TakeOffRepository.Flagged::isOurs).toList();
    }

    /** Clears somebody who was erased and waits for the answer; no contact is made by it. */
    void erase(TakeOffRepository.Flagged flagged) {
        erased = true;
        List<TakeOffRepository.Flagged> ours = leaveToOthers(List.of(flagged));
        clear(ours, found(ours));
    }

    /** Of those whom the destination does not find by their ids. */
    private Found found(List<TakeOffRepository.Flagged> contacts) {
        List<Hashed> asked = contacts.stream()
                .filter(contact -> !contact.isFoundById(assignment.type()))
                .map(Hashed::of)
                .toList();
        return asked.isEmpty()
                ? Found.NOTHING
                : assignment.run().asking(WaitReason.SEGMENT_SERVICE, () -> believed.of(asked));
    }

    /**
     * Clears so many as one request takes. Who they are may have to be asked for, each by a request.
     *
     * @param found what is known of their addresses
     */
    private void clear(List<TakeOffRepository.Flagged> batch, Found found) {
        List<Upsert> clearings = new ArrayList<>(batch.size());
        for (TakeOffRepository.Flagged contact : batch) {
            clearing(contact, found).ifPresent(clearings::add);
        }
        if (!clearings.isEmpty()) {
            List<byte[]> contacts = clearings.stream().map(Upsert::address).toList();
            // They may be wanted again before anybody knows whether it was done.
            assignment.run().commit(Counts.steps(0), database -> {
                AudienceGone.cleared(database, assignment.runId(), assignment.exportId(), contacts);
                clearing.note(database, contacts);
            });
            new BatchUpsert(assignment.destination(), assignment.inFlight(), this).sendBatch(clearings);
        }
    }

    /** Empty when the destination has the contact no longer, or nothing finds it. */
    private Optional<Upsert> clearing(TakeOffRepository.Flagged flagged, Found found) {
        if (flagged.isFoundById(assignment.type())) {
            return Optional.of(clearing(flagged, (Contact) null));
        }
        Optional<EmailAddress> known = found.email(flagged.address());
        if (known.isEmpty() && flagged.contactId() == null) {
            everybodyFound = false;
            notFound.warn(assignment, flagged.segments());
            if (found.isErased(flagged.address())) {
                // The erasure that is to come finds them by what is known of them here.
                assignment.run().commit(Counts.steps(1), database -> {});
                return Optional.empty();
            }
        }
        Optional<EmailAddress> there = flagged.contactId() == null || erased
                ? byId(flagged).or(() -> known.filter(this::isThere))
                : known.or(() -> byId(flagged));
        if (there.isEmpty()) {
            note(Counts.steps(1), List.of(flagged.address()));
        }
        return there.map(address -> clearing(flagged, Contact.of(address)));
    }

    private Optional<EmailAddress> byId(TakeOffRepository.Flagged flagged) {
        return Optional.ofNullable(flagged.contactId())
                .flatMap(assignment.destination()::emailOf)
                .flatMap(EmailAddress::parse);
    }

    private Upsert clearing(TakeOffRepository.Flagged flagged, Contact contact) {
        return Upsert.clearing(
                flagged.profileId(),
                flagged.address(),
                new ContactChange(
                        contact,
                        flagged.contactId(),
                        Set.of(),
                        assignment.flags().of(flagged.segments()),
                        false));
    }

    /** Whether a request that got no answer made the contact, where clearing it would otherwise. */
    private boolean isThere(EmailAddress address) {
        return assignment.type().findsContactsById()
                || assignment.destination().idOf(address).isPresent();
    }

    /** Who has no id any more is looked for by address; who has that neither, is not there. */
    @Override
    public void notThere(List<Upsert> contacts) {
        List<byte[]> gone = contacts.stream()
                .filter(contact -> contact.change().contactId() == null)
                .map(Upsert::address)
                .toList();
        note(Counts.steps(gone.size()), gone);
        List<byte[]> renamed = contacts.stream()
                .filter(contact -> contact.change().contactId() != null)
                .map(Upsert::address)
                .toList();
        if (!renamed.isEmpty()) {
            List<TakeOffRepository.Flagged> ours = leaveToOthers(work.flaggedByAddress(assignment.exportId(), renamed));
            clear(ours, found(ours));
        }
    }

    @Override
    public void accepted(List<BatchUpsert.Accepted> contacts) {
        contacts.stream()
                .filter(contact -> contact.upsert().change().contactId() == null)
                .forEach(this::byAddress);
        note(
                Counts.left(contacts.size()),
                contacts.stream().map(contact -> contact.upsert().address()).toList());
    }

    /** By that it may be somebody whom the export has by another address, and wants there. */
    private void byAddress(BatchUpsert.Accepted contact) {
        assignment
                .run()
                .commit(
                        Counts.steps(0),
                        database -> ledger.contactLost(
                                database, assignment.runId(), contact.upsert().address(), contact.contactId()));
    }

    @Override
    public void refused(Upsert upsert, RejectionReason reason, String target) {
        assignment
                .run()
                .commit(
                        Counts.notTakenOff(),
                        database -> DesiredRepository.notTakenOff(database, assignment.runId(), upsert.profileId()));
    }

    private void note(Counts counts, List<byte[]> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        assignment.run().commit(counts, database -> cleared.note(database, contacts));
    }
}
