package insights.segment.definition;

import insights.common.etag.Versions;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Changes segments, or tries what a change would do. */
@ApplicationScoped
public class SegmentEditing {

    private static final int LONGEST_TRIAL_SECONDS = 600;

    private final SegmentRepository segments;
    private final SegmentNames names;
    private final SegmentRules rules;
    private final StaticMembers members;
    private final SegmentUsers users;
    private final SegmentJournal journal;
    private final DayZone zone;
    private final SegmentLock lock;
    private final Clock clock;
    private final Caller caller;

    SegmentEditing(
            SegmentRepository segments,
            SegmentNames names,
            SegmentRules rules,
            StaticMembers members,
            SegmentUsers users,
            SegmentJournal journal,
            DayZone zone,
            SegmentLock lock,
            Clock clock,
            Caller caller) {
        this.segments = segments;
        this.names = names;
        this.rules = rules;
        this.members = members;
        this.users = users;
        this.journal = journal;
        this.zone = zone;
        this.lock = lock;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * Changes what is given; where nothing is another than before, nothing happens.
     *
     * @param ifMatch the ETag of what the caller saw
     * @throws RuntimeException 403 when others decide who is in the segment
     */
    void edit(UUID id, SegmentPatch patch, String ifMatch) {
        boolean aboutMembers = QuarkusTransaction.requiringNew().call(() -> {
            SegmentEntity segment = find(id);
            Versions.require(ifMatch, segment.version);
            return patch.isAboutMembers(SegmentState.of(segment), zone);
        });
        if (aboutMembers) {
            // Asked before anything is locked: the answer may take its time.
            users.requireMembersEdit(id);
        }
        QuarkusTransaction.requiringNew().run(() -> {
            lock.take();
            SegmentEntity segment = find(id);
            Versions.require(ifMatch, segment.version);
            SegmentState before = SegmentState.of(segment);
            if (!aboutMembers && patch.isAboutMembers(before, zone)) {
                throw Versions.stale();
            }
            boolean otherMembers = apply(segment, patch);
            SegmentState after = SegmentState.of(segment);
            if (otherMembers || !after.equals(before)) {
                journal.edited(before, after, otherMembers);
            }
        });
    }

    /**
     * Makes a change, looks, and takes it back.
     *
     * @param look what to find out while it is made, in the same transaction
     */
    <T> T tried(UUID id, SegmentPatch patch, Function<SegmentEntity, T> look) {
        // Without the lock of those who change segments: counting may take long, and nothing of this stays.
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LONGEST_TRIAL_SECONDS));
        try {
            SegmentEntity segment = find(id);
            apply(segment, patch);
            return look.apply(segment);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Whether its list of profiles is another now. */
    private boolean apply(SegmentEntity segment, SegmentPatch patch) {
        ActiveSegments active = rules.active();
        SegmentState before = SegmentState.of(segment);
        boolean otherMembers = change(segment, patch);
        if (otherMembers || !SegmentState.of(segment).equals(before)) {
            segment.updatedAt = clock.instant();
            segment.updatedBy = Person.of(caller);
            segments.flush();
            rules.refuseToBreak(active);
        }
        return otherMembers;
    }

    private boolean change(SegmentEntity segment, SegmentPatch patch) {
        refuseNulls(patch);
        if (patch.rule() != null && segment.rule == null) {
            throw InvalidSegment.of("/rule", "this segment has a list of profiles; give profileIds");
        }
        if (patch.profileIds() != null && segment.rule != null) {
            throw InvalidSegment.of("/profileIds", "this segment has a rule; give rule");
        }
        if (patch.displayName() != null) {
            segment.displayName = names.free(patch.displayName(), segment.id);
        }
        if (patch.status() != null) {
            segment.status = patch.status();
        }
        if (patch.hasTimeZone()) {
            segment.timeZone = zone.chosen(patch.timeZone(), segment.timeZone);
        }
        if (patch.rule() != null && !patch.rule().equals(segment.rule)) {
            rules.check(patch.rule(), segment.id);
            segment.rule = patch.rule();
        }
        return patch.profileIds() != null && members.replace(segment.number, patch.profileIds());
    }

    private static void refuseNulls(SegmentPatch patch) {
        List<FieldError> errors = patch.takenAway().stream()
                .map(member -> new FieldError("/" + member, "cannot be taken away; leave it out to keep it"))
                .toList();
        if (!errors.isEmpty()) {
            throw InvalidSegment.of(errors);
        }
    }

    private SegmentEntity find(UUID id) {
        return segments.findByIdOptional(id).orElseThrow(() -> Problem.notFound("segment", id));
    }
}
