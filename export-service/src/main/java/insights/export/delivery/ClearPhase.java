package insights.export.delivery;

import insights.common.address.EmailAddress;
import insights.export.definition.Export;
import insights.export.destination.Contact;
import insights.export.destination.ContactChange;
import insights.export.destination.DestinationType;
import insights.export.ledger.Ledger;
import insights.export.matching.RejectionReason;
import insights.export.progress.WaitReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes flags off contacts that are in no audience any more, or on lists instead. Where the destination finds contacts by their address only, which
 * the ledger does not have, that is asked of segment-service, or, where the profile has another one by now, of the destination.
 */
@ApplicationScoped
class ClearPhase {

    private static final int READ = 1_000;

    private final TakeOffRepository work;
    private final MoveRepository moves;
    private final Ledger ledger;
    private final BelievedAddresses addresses;

    ClearPhase(TakeOffRepository work, MoveRepository moves, Ledger ledger, BelievedAddresses addresses) {
        this.work = work;
        this.moves = moves;
        this.ledger = ledger;
        this.addresses = addresses;
    }

    /** Notes that contacts have flags no longer, in the transaction of the run. */
    @FunctionalInterface
    private interface Cleared {
        void note(Connection database, Assignment assignment, List<byte[]> addresses) throws SQLException;
    }

    void run(Assignment assignment, Whose whose) {
        run(
                assignment,
                after -> work.flagged(assignment.runId(), assignment.exportId(), whose, after, READ),
                this::gone);
    }

    /** Takes those off their flags who are on the lists instead, because the export shows its audiences by list now. */
    void move(Assignment assignment) {
        run(
                assignment,
                after -> moves.offFlags(assignment.runId(), assignment.exportId(), after, READ),
                (database, of, addresses) -> ledger.moved(database, of.exportId(), addresses));
    }

    private void run(Assignment assignment, Function<byte[], List<TakeOffRepository.Flagged>> next, Cleared cleared) {
        byte[] after = {};
        while (true) {
            List<TakeOffRepository.Flagged> flagged = next.apply(after);
            if (flagged.isEmpty()) {
                assignment.inFlight().awaitAll();
                return;
            }
            leaveToOthers(assignment, flagged, cleared);
            List<TakeOffRepository.Flagged> ours = ours(flagged);
            Map<String, String> emails = assignment
                    .run()
                    .asking(WaitReason.SEGMENT_SERVICE, () -> emails(assignment.export(), assignment.type(), ours));
            for (List<TakeOffRepository.Flagged> batch :
                    Batches.of(ours, assignment.type().maxContacts())) {
                assignment
                        .inFlight()
                        .begin(
                                batch.stream()
                                        .map(TakeOffRepository.Flagged::name)
                                        .toList(),
                                () -> clear(assignment, batch, emails, cleared));
            }
            after = flagged.getLast().address();
        }
    }

    /** How many requests {@link #run} would make, if the destination has all the contacts that it is thought to have. */
    long requests(Export export, DestinationType type, UUID run) {
        long requests = 0;
        byte[] after = {};
        while (true) {
            List<TakeOffRepository.Flagged> flagged = work.flagged(run, export.id(), Whose.ALL, after, READ);
            if (flagged.isEmpty()) {
                return requests;
            }
            List<TakeOffRepository.Flagged> ours = ours(flagged);
            Map<String, String> emails = emails(export, type, ours);
            for (List<TakeOffRepository.Flagged> batch : Batches.of(ours, type.maxContacts())) {
                requests += requests(batch, emails, type);
            }
            after = flagged.getLast().address();
        }
    }

    private long requests(List<TakeOffRepository.Flagged> batch, Map<String, String> emails, DestinationType type) {
        long lookUps = 0;
        boolean anybody = false;
        for (TakeOffRepository.Flagged contact : batch) {
            boolean known = isFoundById(type, contact)
                    || addresses
                            .check(contact.address(), emails.get(contact.profileId()))
                            .isPresent();
            if (known || contact.contactId() != null) {
                anybody = true;
                lookUps += known && contact.contactId() != null ? 0 : 1;
            }
        }
        return lookUps + (anybody ? 1 : 0);
    }

    private static List<TakeOffRepository.Flagged> ours(List<TakeOffRepository.Flagged> flagged) {
        return flagged.stream().filter(contact -> !contact.segments().isEmpty()).toList();
    }

    /** Where another export wants the same there is nothing to send. */
    private void leaveToOthers(Assignment assignment, List<TakeOffRepository.Flagged> flagged, Cleared cleared) {
        List<byte[]> left = flagged.stream()
                .filter(contact -> contact.segments().isEmpty())
                .map(TakeOffRepository.Flagged::address)
                .toList();
        if (!left.isEmpty()) {
            assignment.run().commit(Counts.steps(left.size()), database -> cleared.note(database, assignment, left));
        }
    }

    /** Clears one contact, whose address nobody here knows any more, and waits for the answer. */
    void clear(Assignment assignment, TakeOffRepository.Flagged flagged) {
        leaveToOthers(assignment, List.of(flagged), this::gone);
        clear(assignment, ours(List.of(flagged)), Map.of(), this::gone);
    }

    /** Clears so many as one request takes. Who they are may have to be asked for, each by a request. */
    private void clear(
            Assignment assignment, List<TakeOffRepository.Flagged> batch, Map<String, String> emails, Cleared cleared) {
        List<Upsert> clearings = new ArrayList<>(batch.size());
        for (TakeOffRepository.Flagged contact : batch) {
            clearing(assignment, contact, emails.get(contact.profileId()), cleared)
                    .ifPresent(clearings::add);
        }
        if (!clearings.isEmpty()) {
            List<byte[]> addresses = clearings.stream().map(Upsert::address).toList();
            // They may be wanted again before anybody knows whether it was done.
            assignment.run().commit(Counts.steps(0), database -> {
                AudienceGone.cleared(database, assignment.runId(), assignment.exportId(), addresses);
                ledger.clearing(database, assignment.exportId(), addresses);
            });
            new BatchUpsert(assignment, new Results(assignment, cleared)).sendBatch(clearings);
        }
    }

    /** Whether nobody need know the address. */
    private static boolean isFoundById(DestinationType type, TakeOffRepository.Flagged flagged) {
        return type.findsContactsById() && flagged.contactId() != null;
    }

    private Map<String, String> emails(Export export, DestinationType type, List<TakeOffRepository.Flagged> all) {
        return addresses.of(
                export,
                type,
                all.stream()
                        .filter(flagged -> !isFoundById(type, flagged))
                        .map(TakeOffRepository.Flagged::profileId)
                        .toList());
    }

    /** Empty when the destination has the contact no longer. */
    private Optional<Upsert> clearing(
            Assignment assignment, TakeOffRepository.Flagged flagged, String believed, Cleared cleared) {
        boolean byId = isFoundById(assignment.type(), flagged);
        Optional<EmailAddress> email = byId ? Optional.empty() : email(assignment, flagged, believed);
        if (!byId && email.isEmpty()) {
            assignment
                    .run()
                    .commit(
                            Counts.steps(1),
                            database -> cleared.note(database, assignment, List.of(flagged.address())));
            return Optional.empty();
        }
        return Optional.of(new Upsert(
                flagged.profileId(),
                new ContactChange(
                        email.map(Contact::of).orElse(null),
                        flagged.contactId(),
                        Set.of(),
                        assignment.flags().of(flagged.segments()),
                        false),
                flagged.address(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));
    }

    private Optional<EmailAddress> email(Assignment assignment, TakeOffRepository.Flagged flagged, String believed) {
        return addresses
                .check(flagged.address(), believed)
                .filter(address -> flagged.contactId() != null || isThere(assignment, address))
                .or(() -> Optional.ofNullable(flagged.contactId())
                        .flatMap(assignment.destination()::emailOf)
                        .flatMap(EmailAddress::parse));
    }

    /** Whether a request that got no answer made the contact; clearing it otherwise would. */
    private static boolean isThere(Assignment assignment, EmailAddress address) {
        return assignment.destination().emailOf(address.sent()).isPresent();
    }

    private void gone(Connection database, Assignment assignment, List<byte[]> addresses) throws SQLException {
        AudienceGone.cleared(database, assignment.runId(), assignment.exportId(), addresses);
        ledger.cleared(database, assignment.exportId(), addresses);
    }

    private static final class Results implements BatchUpsert.Results {

        private final Assignment assignment;
        private final Cleared cleared;

        Results(Assignment assignment, Cleared cleared) {
            this.assignment = assignment;
            this.cleared = cleared;
        }

        @Override
        public void accepted(List<BatchUpsert.Accepted> contacts) {
            List<byte[]> addresses =
                    contacts.stream().map(contact -> contact.upsert().address()).toList();
            assignment
                    .run()
                    .commit(Counts.left(addresses.size()), database -> cleared.note(database, assignment, addresses));
        }

        @Override
        public void refused(Upsert upsert, RejectionReason reason) {
            assignment
                    .run()
                    .commit(
                            Counts.notTakenOff(),
                            database ->
                                    DesiredRepository.notTakenOff(database, assignment.runId(), upsert.profileId()));
        }
    }
}
