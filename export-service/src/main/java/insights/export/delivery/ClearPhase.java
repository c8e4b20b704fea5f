package insights.export.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.address.EmailAddress;
import insights.export.autopilot.AutopilotAccount;
import insights.export.definition.Export;
import insights.export.ledger.Fingerprints;
import insights.export.ledger.Ledger;
import insights.export.matching.AutopilotField;
import insights.export.matching.Contact;
import insights.export.matching.FieldMatch;
import insights.export.matching.RejectionReason;
import insights.export.progress.WaitReason;
import insights.export.segment.MemberClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sets the audience fields of contacts to false that are in no audience any more. An upsert names a contact by its e-mail,
 * which the ledger does not have: it is asked of segment-service, or, where the profile has another one by now, of
 * Autopilot.
 */
@ApplicationScoped
class ClearPhase {

    private static final int READ = 1_000;

    private final TakeOffRepository work;
    private final Ledger ledger;
    private final MemberClient members;
    private final Fingerprints fingerprints;

    ClearPhase(TakeOffRepository work, Ledger ledger, MemberClient members, Fingerprints fingerprints) {
        this.work = work;
        this.ledger = ledger;
        this.members = members;
        this.fingerprints = fingerprints;
    }

    void run(Assignment assignment, Whose whose) {
        BatchUpsert batches = new BatchUpsert(assignment.account(), new Results(assignment));
        byte[] after = {};
        while (true) {
            List<TakeOffRepository.Flagged> flagged =
                    work.flagged(assignment.runId(), assignment.exportId(), whose, after, READ);
            if (flagged.isEmpty()) {
                return;
            }
            batches.send(clearings(assignment, flagged));
            after = flagged.getLast().address();
        }
    }

    /** How many requests {@link #run} would make, if Autopilot has all the contacts that it is thought to have. */
    long requests(Export export, UUID run) {
        long requests = 0;
        byte[] after = {};
        while (true) {
            List<TakeOffRepository.Flagged> flagged = work.flagged(run, export.id(), Whose.ALL, after, READ);
            if (flagged.isEmpty()) {
                return requests;
            }
            Map<String, String> emails = emails(export, flagged);
            long cleared = 0;
            for (TakeOffRepository.Flagged contact : flagged) {
                boolean known =
                        addressOf(contact, emails.get(contact.profileId())).isPresent();
                if (!contact.segments().isEmpty() && (known || contact.contactId() != null)) {
                    cleared++;
                    requests += known && contact.contactId() != null ? 0 : 1;
                }
            }
            requests += Math.ceilDiv(cleared, AutopilotAccount.MAX_CONTACTS);
            after = flagged.getLast().address();
        }
    }

    /** The address of the contact, if it is the one that the profile is believed to have. */
    private Optional<EmailAddress> addressOf(TakeOffRepository.Flagged flagged, String believed) {
        return Optional.ofNullable(believed)
                .flatMap(EmailAddress::parse)
                .filter(address -> Arrays.equals(flagged.address(), fingerprints.of(address)));
    }

    /** Clears one contact, whose address nobody here knows any more. */
    void clear(Assignment assignment, TakeOffRepository.Flagged flagged) {
        new BatchUpsert(assignment.account(), new Results(assignment))
                .send(clearing(assignment, flagged, null).stream().toList());
    }

    private List<Upsert> clearings(Assignment assignment, List<TakeOffRepository.Flagged> flagged) {
        Map<String, String> emails =
                assignment.run().asking(WaitReason.SEGMENT_SERVICE, () -> emails(assignment.export(), flagged));
        List<Upsert> clearings = new ArrayList<>(flagged.size());
        for (TakeOffRepository.Flagged contact : flagged) {
            clearing(assignment, contact, emails.get(contact.profileId())).ifPresent(clearings::add);
        }
        return clearings;
    }

    private Map<String, String> emails(Export export, List<TakeOffRepository.Flagged> flagged) {
        String field = export.dataMatching().stream()
                .filter(match -> match.target().equals(AutopilotField.EMAIL))
                .map(FieldMatch::field)
                .findFirst()
                .orElseThrow();
        Map<String, Map<String, JsonNode>> profiles = members.lookUp(
                flagged.stream().map(TakeOffRepository.Flagged::profileId).toList(), List.of(field));
        return profiles.entrySet().stream()
                .filter(profile -> profile.getValue().containsKey(field))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        profile -> profile.getValue().get(field).asText()));
    }

    /** Empty when there is nothing to send. */
    private Optional<Upsert> clearing(Assignment assignment, TakeOffRepository.Flagged flagged, String believed) {
        Optional<EmailAddress> email = flagged.segments().isEmpty()
                ? Optional.empty()
                : addressOf(flagged, believed)
                        .filter(address -> flagged.contactId() != null || isThere(assignment, address))
                        .or(() -> Optional.ofNullable(flagged.contactId())
                                .flatMap(assignment.account()::emailOf)
                                .flatMap(EmailAddress::parse));
        if (email.isEmpty()) {
            // Another export wants the same, or Autopilot has the contact no longer.
            assignment
                    .run()
                    .commit(Counts.steps(1), database -> gone(database, assignment, List.of(flagged.address())));
            return Optional.empty();
        }
        return Optional.of(new Upsert(
                flagged.profileId(),
                assignment.fields().with(Contact.of(email.get()), List.of(), flagged.segments()),
                flagged.address(),
                null,
                null,
                List.of(),
                List.of()));
    }

    /** Whether a request that got no answer made the contact; clearing it otherwise would. */
    private static boolean isThere(Assignment assignment, EmailAddress address) {
        return assignment.account().emailOf(address.sent()).isPresent();
    }

    private void gone(Connection database, Assignment assignment, List<byte[]> addresses) throws SQLException {
        AudienceGone.cleared(database, assignment.runId(), assignment.exportId(), addresses);
        ledger.cleared(database, assignment.exportId(), addresses);
    }

    private final class Results implements BatchUpsert.Results {

        private final Assignment assignment;

        Results(Assignment assignment) {
            this.assignment = assignment;
        }

        @Override
        public void accepted(List<BatchUpsert.Accepted> contacts) {
            List<byte[]> addresses =
                    contacts.stream().map(contact -> contact.upsert().address()).toList();
            assignment.run().commit(Counts.left(addresses.size()), database -> gone(database, assignment, addresses));
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
