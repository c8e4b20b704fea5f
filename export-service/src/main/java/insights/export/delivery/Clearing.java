package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.comparison.TakeOffRepository;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes flags off some contacts. Where the destination finds contacts by their address only, which the ledger does not have, that is
 * asked of segment-service, or, where the profile has another one by now, of the destination.
 */
final class Clearing implements BatchUpsert.Results {

    private final Assignment assignment;
    private final Ledger ledger;
    private final BelievedAddresses addresses;
    private final Cleared cleared;

    /** @param cleared hears of those who have the flags no longer */
    Clearing(Assignment assignment, Ledger ledger, BelievedAddresses addresses, Cleared cleared) {
        this.assignment = assignment;
        this.ledger = ledger;
        this.addresses = addresses;
        this.cleared = cleared;
    }

    /** Notes that contacts have flags no longer, in the transaction of the run. */
    @FunctionalInterface
    interface Cleared {
        void note(Connection database, List<byte[]> addresses) throws SQLException;
    }

    /** Clears them without waiting for the answers. */
    void begin(List<TakeOffRepository.Flagged> flagged) {
        List<TakeOffRepository.Flagged> ours = leaveToOthers(flagged);
        Map<String, String> emails = assignment
                .run()
                .asking(
                        WaitReason.SEGMENT_SERVICE,
                        () -> addresses.ofNameless(assignment.export(), assignment.type(), ours));
        for (List<TakeOffRepository.Flagged> batch :
                Batches.of(ours, assignment.type().maxContacts())) {
            assignment
                    .inFlight()
                    .begin(batch.stream().map(TakeOffRepository.Flagged::name).toList(), () -> clear(batch, emails));
        }
    }

    /** Where another export wants the same there is nothing to send, only to note. @return the others, who are to be sent */
    List<TakeOffRepository.Flagged> leaveToOthers(List<TakeOffRepository.Flagged> flagged) {
        List<byte[]> leftToOthers = flagged.stream()
                .filter(contact -> !contact.isOurs())
                .map(TakeOffRepository.Flagged::address)
                .toList();
        if (!leftToOthers.isEmpty()) {
            note(Counts.steps(leftToOthers.size()), leftToOthers);
        }
        return flagged.stream().filter(TakeOffRepository.Flagged::isOurs).toList();
    }

    /**
     * Clears so many as one request takes. Who they are may have to be asked for, each by a request.
     *
     * @param emails what profiles are believed to have as address
     */
    void clear(List<TakeOffRepository.Flagged> batch, Map<String, String> emails) {
        List<Upsert> clearings = new ArrayList<>(batch.size());
        for (TakeOffRepository.Flagged contact : batch) {
            clearing(contact, emails.get(contact.profileId())).ifPresent(clearings::add);
        }
        if (!clearings.isEmpty()) {
            List<byte[]> contacts = clearings.stream().map(Upsert::address).toList();
            // They may be wanted again before anybody knows whether it was done.
            assignment.run().commit(Counts.steps(0), database -> {
                AudienceGone.cleared(database, assignment.runId(), assignment.exportId(), contacts);
                ledger.clearing(database, assignment.exportId(), contacts);
            });
            new BatchUpsert(assignment.destination(), assignment.inFlight(), this).sendBatch(clearings);
        }
    }

    /** Empty when the destination has the contact no longer. */
    private Optional<Upsert> clearing(TakeOffRepository.Flagged flagged, String believed) {
        boolean byId = flagged.isFoundById(assignment.type());
        Optional<EmailAddress> email = byId ? Optional.empty() : email(flagged, believed);
        if (!byId && email.isEmpty()) {
            note(Counts.steps(1), List.of(flagged.address()));
            return Optional.empty();
        }
        return Optional.of(Upsert.clearing(
                flagged.profileId(),
                flagged.address(),
                new ContactChange(
                        email.map(Contact::of).orElse(null),
                        flagged.contactId(),
                        Set.of(),
                        assignment.flags().of(flagged.segments()),
                        false)));
    }

    private Optional<EmailAddress> email(TakeOffRepository.Flagged flagged, String believed) {
        return addresses
                .check(flagged.address(), believed)
                .filter(address -> flagged.contactId() != null || isThere(address))
                .or(() -> Optional.ofNullable(flagged.contactId())
                        .flatMap(assignment.destination()::emailOf)
                        .flatMap(EmailAddress::parse));
    }

    /** Whether a request that got no answer made the contact; clearing it otherwise would. */
    private boolean isThere(EmailAddress address) {
        return assignment.destination().emailOf(address.sent()).isPresent();
    }

    @Override
    public void accepted(List<BatchUpsert.Accepted> contacts) {
        note(
                Counts.left(contacts.size()),
                contacts.stream().map(contact -> contact.upsert().address()).toList());
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
        assignment.run().commit(counts, database -> cleared.note(database, contacts));
    }
}
