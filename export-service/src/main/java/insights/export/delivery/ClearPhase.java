package insights.export.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import insights.export.autopilot.AutopilotAccount;
import insights.export.definition.Export;
import insights.export.ledger.Fingerprints;
import insights.export.ledger.Ledger;
import insights.export.matching.AutopilotField;
import insights.export.matching.Contact;
import insights.export.matching.EmailAddress;
import insights.export.matching.FieldMatch;
import insights.export.matching.RejectionReason;
import insights.export.segment.MemberClient;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final WorkRepository work;
    private final Ledger ledger;
    private final MemberClient members;
    private final Fingerprints fingerprints;

    ClearPhase(WorkRepository work, Ledger ledger, MemberClient members, Fingerprints fingerprints) {
        this.work = work;
        this.ledger = ledger;
        this.members = members;
        this.fingerprints = fingerprints;
    }

    void run(Assignment assignment) {
        BatchUpsert batches = new BatchUpsert(assignment.account(), new Results(assignment));
        String after = "";
        while (true) {
            List<WorkRepository.Flagged> flagged = work.flagged(assignment.runId(), assignment.exportId(), after, READ);
            if (flagged.isEmpty()) {
                return;
            }
            batches.send(clearings(assignment, flagged));
            after = flagged.getLast().profileId();
        }
    }

    /** How many requests {@link #run} would make, if Autopilot has all the contacts that it is thought to have. */
    long requests(Export export, UUID run) {
        long requests = 0;
        String after = "";
        while (true) {
            List<WorkRepository.Flagged> flagged = work.flagged(run, export.id(), after, READ);
            if (flagged.isEmpty()) {
                return requests;
            }
            Map<String, String> emails = emails(export, flagged);
            long cleared = 0;
            for (WorkRepository.Flagged contact : flagged) {
                boolean known = isAddressOf(contact, emails.get(contact.profileId()));
                if (!contact.segments().isEmpty() && (known || contact.contactId() != null)) {
                    cleared++;
                    requests += known && contact.contactId() != null ? 0 : 1;
                }
            }
            requests += Math.ceilDiv(cleared, AutopilotAccount.MAX_CONTACTS);
            after = flagged.getLast().profileId();
        }
    }

    private boolean isAddressOf(WorkRepository.Flagged flagged, String believed) {
        return believed != null && Arrays.equals(flagged.address(), fingerprints.of(new EmailAddress(believed)));
    }

    /** Clears one contact, whose address nobody here knows any more. */
    void clear(Assignment assignment, WorkRepository.Flagged flagged) {
        new BatchUpsert(assignment.account(), new Results(assignment))
                .send(clearing(assignment, flagged, Optional.empty()).stream().toList());
    }

    private List<Upsert> clearings(Assignment assignment, List<WorkRepository.Flagged> flagged) {
        Map<String, String> emails = emails(assignment.export(), flagged);
        List<Upsert> clearings = new ArrayList<>(flagged.size());
        for (WorkRepository.Flagged contact : flagged) {
            clearing(assignment, contact, Optional.ofNullable(emails.get(contact.profileId())))
                    .ifPresent(clearings::add);
        }
        return clearings;
    }

    private Map<String, String> emails(Export export, List<WorkRepository.Flagged> flagged) {
        String field = export.dataMatching().stream()
                .filter(match -> match.target().equals(AutopilotField.EMAIL))
                .map(FieldMatch::field)
                .findFirst()
                .orElseThrow();
        Map<String, Map<String, JsonNode>> profiles = members.lookUp(
                flagged.stream().map(WorkRepository.Flagged::profileId).toList(), List.of(field));
        return profiles.entrySet().stream()
                .filter(profile -> profile.getValue().containsKey(field))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        profile -> profile.getValue().get(field).asText()));
    }

    /** Empty when there is nothing to send. */
    private Optional<Upsert> clearing(
            Assignment assignment, WorkRepository.Flagged flagged, Optional<String> believed) {
        Optional<EmailAddress> email = flagged.segments().isEmpty()
                ? Optional.empty()
                : believed.filter(address -> isAddressOf(flagged, address))
                        .map(EmailAddress::new)
                        .filter(address -> flagged.contactId() != null || isThere(assignment, address))
                        .or(() -> Optional.ofNullable(flagged.contactId())
                                .flatMap(assignment.account()::emailOf)
                                .map(EmailAddress::new));
        if (email.isEmpty()) {
            // Another export wants the same, or Autopilot has the contact no longer.
            assignment
                    .run()
                    .commit(
                            Counts.steps(1),
                            database -> ledger.cleared(database, assignment.exportId(), List.of(flagged.profileId())));
            return Optional.empty();
        }
        return Optional.of(new Upsert(
                flagged.profileId(),
                assignment.fields().with(Contact.of(email.get()), List.of(), flagged.segments()),
                flagged.address(),
                null,
                List.of()));
    }

    /** Whether a request that got no answer made the contact; clearing it otherwise would. */
    private static boolean isThere(Assignment assignment, EmailAddress address) {
        return assignment.account().emailOf(address.written()).isPresent();
    }

    private final class Results implements BatchUpsert.Results {

        private final Assignment assignment;

        Results(Assignment assignment) {
            this.assignment = assignment;
        }

        @Override
        public void accepted(List<BatchUpsert.Accepted> contacts) {
            List<String> profiles = contacts.stream()
                    .map(contact -> contact.upsert().profileId())
                    .toList();
            assignment
                    .run()
                    .commit(
                            Counts.left(profiles.size()),
                            database -> ledger.cleared(database, assignment.exportId(), profiles));
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
