package insights.export.delivery;

import insights.export.autopilot.AutopilotAccount;
import insights.export.definition.Export;
import insights.export.ledger.Fingerprints;
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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Creates and updates contacts. The people are read a second time here, a few batches at a time, because what the
 * comparison kept of them is only hashes.
 */
@ApplicationScoped
class UpsertPhase {

    /** So many contacts are read at once: enough that reading costs little, few enough to hold in memory. */
    private static final int READ = 10 * AutopilotAccount.MAX_CONTACTS;

    private final MemberClient members;
    private final DesiredRepository desired;
    private final Fingerprints fingerprints;
    private final BatchUpsert batches;

    UpsertPhase(MemberClient members, DesiredRepository desired, Fingerprints fingerprints, BatchUpsert batches) {
        this.members = members;
        this.desired = desired;
        this.fingerprints = fingerprints;
        this.batches = batches;
    }

    void run(Assignment assignment) {
        String after = "";
        while (true) {
            SortedMap<String, byte[]> wanted =
                    desired.toUpsert(assignment.run().id(), assignment.export().id(), after, READ);
            if (wanted.isEmpty()) {
                return;
            }
            List<Upsert> upserts = read(assignment, wanted, after);
            for (int from = 0; from < upserts.size(); from += AutopilotAccount.MAX_CONTACTS) {
                batches.send(
                        assignment,
                        upserts.subList(from, Math.min(upserts.size(), from + AutopilotAccount.MAX_CONTACTS)));
            }
            after = wanted.lastKey();
        }
    }

    private List<Upsert> read(Assignment assignment, SortedMap<String, byte[]> wanted, String after) {
        Export export = assignment.export();
        ContactMapper mapper = new ContactMapper(export.dataMatching(), export.optOutField());
        MemberQuery query = new MemberQuery(export.segmentIds(), mapper.fields(), after.isEmpty() ? null : after);
        List<Upsert> upserts = new ArrayList<>(wanted.size());
        Set<String> missing = new HashSet<>(wanted.keySet());
        try (MemberStream stream = members.open(query)) {
            for (Optional<Member> next = stream.next(); next.isPresent(); next = stream.next()) {
                Member member = next.get();
                byte[] address = wanted.get(member.profileId());
                if (address != null && upsert(member, mapper, address, upserts)) {
                    missing.remove(member.profileId());
                }
                if (ProfileIds.ORDER.compare(member.profileId(), wanted.lastKey()) >= 0) {
                    break;
                }
            }
        }
        missing.forEach(profile -> assignment
                .run()
                .commit(
                        Counts.rejection(),
                        database -> DesiredRepository.reject(
                                database, assignment.run().id(), profile, RejectionReason.CHANGED_MEANWHILE)));
        return upserts;
    }

    /** With another address it might be somebody else's contact by now: that is for the next run to find out. */
    private boolean upsert(Member member, ContactMapper mapper, byte[] address, List<Upsert> upserts) {
        if (mapper.map(member.attributes()) instanceof Mapped.Fit fit
                && Arrays.equals(address, fingerprints.of(fit.contact().email()))) {
            upserts.add(new Upsert(member.profileId(), fit.contact(), address, fingerprints.of(fit.contact())));
            return true;
        }
        return false;
    }
}
