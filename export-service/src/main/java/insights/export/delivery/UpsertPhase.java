package insights.export.delivery;

import insights.export.autopilot.AutopilotAccount;
import insights.export.definition.Export;
import insights.export.ledger.Fingerprints;
import insights.export.ledger.Ledger;
import insights.export.matching.Contact;
import insights.export.matching.ContactMapper;
import insights.export.matching.Mapped;
import insights.export.matching.RejectionReason;
import insights.export.segment.Member;
import insights.export.segment.MemberClient;
import insights.export.segment.MemberQuery;
import insights.export.segment.MemberStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Creates and updates contacts, and with them the fields of their segments. The people are read a second time here, a few
 * batches at a time, because what the comparison kept of them is only hashes.
 */
@ApplicationScoped
class UpsertPhase {

    /** So many contacts are read at once: enough that reading costs little, few enough to hold in memory. */
    private static final int READ = 10 * AutopilotAccount.MAX_CONTACTS;

    private final MemberClient members;
    private final WorkRepository work;
    private final Fingerprints fingerprints;
    private final Ledger ledger;

    UpsertPhase(MemberClient members, WorkRepository work, Fingerprints fingerprints, Ledger ledger) {
        this.members = members;
        this.work = work;
        this.fingerprints = fingerprints;
        this.ledger = ledger;
    }

    void run(Assignment assignment) {
        BatchUpsert batches = new BatchUpsert(assignment.account(), new Results(assignment));
        String after = "";
        while (true) {
            List<WorkRepository.Wanted> wanted =
                    work.toUpsert(assignment.runId(), assignment.exportId(), assignment.byList(), after, READ);
            if (wanted.isEmpty()) {
                return;
            }
            List<Upsert> upserts = read(assignment, wanted, after);
            announceFlags(assignment, upserts);
            batches.send(upserts);
            after = wanted.getLast().profileId();
        }
    }

    private void announceFlags(Assignment assignment, List<Upsert> upserts) {
        if (!assignment.byList()) {
            assignment
                    .run()
                    .commit(
                            Counts.steps(0),
                            database -> ledger.flagging(
                                    database,
                                    assignment.exportId(),
                                    upserts.stream().map(Upsert::flagging).toList()));
        }
    }

    private List<Upsert> read(Assignment assignment, List<WorkRepository.Wanted> wanted, String after) {
        Export export = assignment.export();
        ContactMapper mapper = new ContactMapper(export.dataMatching(), export.optOutField());
        MemberQuery query = new MemberQuery(export.segmentIds(), mapper.fields(), after.isEmpty() ? null : after);
        Map<String, WorkRepository.Wanted> missing = new LinkedHashMap<>();
        wanted.forEach(profile -> missing.put(profile.profileId(), profile));
        String last = wanted.getLast().profileId();
        List<Upsert> upserts = new ArrayList<>(wanted.size());
        try (MemberStream stream = members.open(query)) {
            for (Optional<Member> next = stream.next(); next.isPresent(); next = stream.next()) {
                Member member = next.get();
                WorkRepository.Wanted profile = missing.get(member.profileId());
                if (profile != null) {
                    upsert(assignment, member, mapper, profile).ifPresent(upsert -> {
                        upserts.add(upsert);
                        missing.remove(member.profileId());
                    });
                }
                if (ProfileIds.ORDER.compare(member.profileId(), last) >= 0) {
                    break;
                }
            }
        }
        missing.keySet().forEach(profile -> reject(assignment, profile, RejectionReason.CHANGED_MEANWHILE));
        return upserts;
    }

    /** With another address it might be somebody else's contact by now: that is for the next run to find out. */
    private Optional<Upsert> upsert(
            Assignment assignment, Member member, ContactMapper mapper, WorkRepository.Wanted wanted) {
        if (mapper.map(member.attributes()) instanceof Mapped.Fit(Contact contact)
                && Arrays.equals(wanted.address(), fingerprints.of(contact.email()))) {
            List<UUID> flags = assignment.byList() ? List.of() : member.segments();
            byte[] fingerprint = fingerprints.of(assignment.fields().with(contact, flags, List.of()));
            List<UUID> unset = wanted.unset().stream()
                    .filter(segment -> !flags.contains(segment))
                    .toList();
            return Optional.of(new Upsert(
                    member.profileId(),
                    assignment.fields().with(contact, flags, unset),
                    wanted.address(),
                    fingerprint,
                    flags));
        }
        return Optional.empty();
    }

    private static void reject(Assignment assignment, String profile, RejectionReason reason) {
        assignment
                .run()
                .commit(
                        Counts.rejection(),
                        database -> DesiredRepository.reject(database, assignment.runId(), profile, reason));
    }

    private final class Results implements BatchUpsert.Results {

        private final Assignment assignment;

        Results(Assignment assignment) {
            this.assignment = assignment;
        }

        @Override
        public void accepted(List<BatchUpsert.Accepted> contacts) {
            assignment
                    .run()
                    .commit(
                            Counts.upserts(contacts.size()),
                            database -> ledger.delivered(
                                    database,
                                    assignment.exportId(),
                                    contacts.stream()
                                            .map(contact -> contact.upsert().accepted(contact.contactId()))
                                            .toList()));
        }

        @Override
        public void refused(Upsert upsert, RejectionReason reason) {
            assignment.run().commit(Counts.rejection(), database -> {
                ledger.rejected(database, assignment.exportId(), upsert.profileId(), reason, upsert.fingerprint());
                DesiredRepository.reject(database, assignment.runId(), upsert.profileId(), reason);
            });
        }
    }
}
