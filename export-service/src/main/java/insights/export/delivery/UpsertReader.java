package insights.export.delivery;

import insights.export.comparison.MemberMapping;
import insights.export.comparison.Wanted;
import insights.export.comparison.WorkRepository;
import insights.export.destination.Contact;
import insights.export.ledger.Fingerprints;
import insights.export.line.Ticker;
import insights.export.matching.Mapped;
import insights.export.matching.RejectionReason;
import insights.export.segment.Member;
import insights.export.segment.MemberClient;
import insights.export.segment.MemberQuery;
import insights.export.segment.MemberStream;
import insights.export.sending.Upsert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the people whose contacts are to be created or updated, a piece at a time. What the comparison kept of them is only
 * hashes, so they come from segment-service a second time.
 */
final class UpsertReader implements AutoCloseable {

    /** So many requests' contacts are read at once: enough that reading costs little, few enough to hold two pieces in memory. */
    private static final int READ = 10;

    /** A stream is read on while the run is fast. When it is slow, people should not be sent as they were long ago. */
    private static final long STALE = Duration.ofSeconds(30).toNanos();

    private final Assignment assignment;
    private final MemberClient members;
    private final WorkRepository work;
    private final Fingerprints fingerprints;
    private final MemberMapping mapping;
    private final WholeRequests requests;
    private String after = "";
    private Member ahead;
    private long opened;
    private boolean over;
    private volatile MemberStream stream;
    private volatile boolean closed;

    UpsertReader(Assignment assignment, MemberClient members, WorkRepository work, Fingerprints fingerprints) {
        this.assignment = assignment;
        this.members = members;
        this.work = work;
        this.fingerprints = fingerprints;
        this.mapping = new MemberMapping(assignment.type().fields(), assignment.export(), List.of(), fingerprints);
        this.requests = new WholeRequests(
                assignment.type().maxContacts(), assignment.type().findsContactsById());
    }

    /**
     * What to send.
     *
     * @param missing ids of profiles that are not as the comparison found them, and what to say of them
     * @param toldAt no later than they were told, as {@link Ticker} tells it
     */
    record Piece(List<Upsert> upserts, Map<String, RejectionReason> missing, long toldAt) {

        /** Whether there is nothing more. */
        boolean isEmpty() {
            return upserts.isEmpty() && missing.isEmpty();
        }
    }

    /** The next piece; an empty one at the end. */
    Piece next() {
        while (true) {
            List<Wanted> wanted = over ? List.of() : wanted();
            if (wanted.isEmpty()) {
                over = true;
                return requests.rest(opened);
            }
            Piece piece = requests.whole(read(wanted));
            after = wanted.getLast().profileId();
            if (!piece.isEmpty()) {
                return piece;
            }
        }
    }

    /** With the ids of those whom only other exports know. */
    private List<Wanted> wanted() {
        int limit = READ * assignment.type().maxContacts();
        List<Wanted> wanted =
                work.toUpsert(assignment.runId(), assignment.exportId(), assignment.byList(), after, limit);
        return assignment.type().findsContactsById() ? work.identified(assignment.exportId(), wanted) : wanted;
    }

    private Piece read(List<Wanted> wanted) {
        Map<String, Wanted> missing = new HashMap<>();
        wanted.forEach(profile -> missing.put(profile.profileId(), profile));
        String last = wanted.getLast().profileId();
        List<Upsert> upserts = new ArrayList<>(wanted.size());
        Map<String, RejectionReason> changed = new LinkedHashMap<>();
        open();
        // Not read to its end: whoever comes after the last one wanted does not matter.
        while (!missing.isEmpty()
                && peek().filter(member -> !isAfter(member, last)).isPresent()) {
            Member member = ahead;
            ahead = null;
            Wanted profile = missing.remove(member.profileId());
            if (profile != null) {
                switch (mapping.map(member)) {
                    case Mapped.Fit(Contact contact)
                    when Arrays.equals(profile.address(), fingerprints.of(contact.email())) ->
                        upserts.add(upsert(contact, profile));
                    case Mapped.Unfit unfit
                    when unfit.reason() == RejectionReason.OPTED_OUT -> changed.put(member.profileId(), unfit.reason());
                    // With another address it might be somebody else's contact by now: the next run finds out.
                    case Mapped other -> changed.put(member.profileId(), RejectionReason.CHANGED_MEANWHILE);
                }
            }
        }
        missing.keySet().forEach(profile -> changed.put(profile, RejectionReason.CHANGED_MEANWHILE));
        return new Piece(upserts, changed, opened);
    }

    private Optional<Member> peek() {
        if (ahead == null) {
            ahead = stream.next().orElse(null);
        }
        return Optional.ofNullable(ahead);
    }

    private static boolean isAfter(Member member, String last) {
        return ProfileIds.ORDER.compare(member.profileId(), last) > 0;
    }

    private void open() {
        long now = Ticker.SYSTEM.nanos();
        if (stream != null && now - opened < STALE) {
            return;
        }
        if (stream != null) {
            stream.close();
        }
        stream = members.open(
                new MemberQuery(assignment.export().segmentIds(), mapping.fields(), after.isEmpty() ? null : after));
        if (closed) {
            stream.close();
        }
        ahead = null;
        opened = now;
    }

    /** Its segments are those that the comparison found, as with lists. */
    private Upsert upsert(Contact contact, Wanted wanted) {
        List<UUID> flags = assignment.byList() ? wanted.kept() : wanted.segments();
        return new Upsert(
                wanted.profileId(),
                wanted.change(contact, mapping, assignment.export(), assignment.flags()),
                wanted.address(),
                wanted.optOutKey(),
                // Without whether hooks are told: to change that sends nobody again.
                mapping.fingerprint(contact),
                flags,
                mapping.filled(contact),
                wanted.joins(),
                wanted.joining(),
                null);
    }

    /** Fields that are emptied when there is no value for them. */
    Collection<String> emptied() {
        return mapping.emptied();
    }

    /** Ends the reading, that of another thread included. */
    @Override
    public void close() {
        closed = true;
        if (stream != null) {
            stream.close();
        }
    }
}
