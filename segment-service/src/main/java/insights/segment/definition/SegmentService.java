package insights.segment.definition;

import insights.common.etag.Versions;
import insights.common.id.Ids;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.segment.SegmentProblem;
import insights.segment.exports.ExportUse;
import insights.segment.exports.SegmentExports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes, changes and removes segments. */
@ApplicationScoped
public class SegmentService {

    /** Held by whoever changes segments, so that no two changes together close a circle, or take one name. */
    private static final String LOCK = "segments";

    private final SegmentRepository segments;
    private final SegmentNames names;
    private final SegmentRules rules;
    private final StaticMembers members;
    private final SegmentExports exports;
    private final SegmentJournal journal;
    private final Database database;
    private final Ids ids;
    private final Clock clock;
    private final Caller caller;

    SegmentService(
            SegmentRepository segments,
            SegmentNames names,
            SegmentRules rules,
            StaticMembers members,
            SegmentExports exports,
            SegmentJournal journal,
            Database database,
            Ids ids,
            Clock clock,
            Caller caller) {
        this.segments = segments;
        this.names = names;
        this.rules = rules;
        this.members = members;
        this.exports = exports;
        this.journal = journal;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    /** Its id. */
    @Transactional
    public UUID create(SegmentRequest request) {
        lock();
        if ((request.rule() == null) == (request.profileIds() == null)) {
            throw invalid("/rule", "give a rule, or else profileIds");
        }
        SegmentEntity segment = new SegmentEntity();
        segment.id = ids.next();
        segment.displayName = names.free(request.displayName(), segment.id);
        segment.timeZone = known(request.timeZone());
        if (request.rule() != null) {
            rules.check(request.rule(), null);
            segment.rule = request.rule();
        }
        save(segment);
        if (request.profileIds() != null) {
            members.replace(segment.number, request.profileIds());
        }
        journal.created(SegmentState.of(segment));
        return segment.id;
    }

    /** The id of an active copy with the same rule or list. @param request null for a name that is made up */
    @Transactional
    public UUID duplicate(UUID id, DuplicateRequest request) {
        lock();
        SegmentEntity original = find(id);
        SegmentEntity copy = new SegmentEntity();
        copy.id = ids.next();
        copy.displayName = request == null || request.displayName() == null
                ? names.ofCopy(original.displayName, copy.id)
                : names.free(request.displayName(), copy.id);
        copy.rule = original.rule;
        copy.timeZone = original.timeZone;
        save(copy);
        if (original.rule == null) {
            members.copy(original.number, copy.number);
        }
        journal.duplicated(original.id, SegmentState.of(copy));
        return copy.id;
    }

    /**
     * Changes what is given; where nothing is another than before, nothing happens.
     *
     * @param ifMatch the ETag of what the caller saw
     */
    @Transactional
    public void edit(UUID id, SegmentPatch patch, String ifMatch) {
        lock();
        SegmentEntity segment = find(id);
        Versions.require(ifMatch, segment.version);
        SegmentState before = SegmentState.of(segment);
        boolean otherMembers = change(segment, patch);
        SegmentState after = SegmentState.of(segment);
        if (!otherMembers && after.equals(before)) {
            return;
        }
        segment.updatedAt = clock.instant();
        segment.updatedBy = Person.of(caller);
        segments.flush();
        rules.checkAll();
        journal.edited(before, after, otherMembers);
    }

    /**
     * Refuses when other segments are made of it or exports send it, and names them.
     *
     * @param ifMatch the ETag of what the caller saw
     */
    public void remove(UUID id, String ifMatch) {
        QuarkusTransaction.requiringNew().run(() -> Versions.require(ifMatch, find(id).version));
        // Asked before anything is locked: the answer may take its time.
        List<ExportUse> exported = exports.using(id);
        QuarkusTransaction.requiringNew().run(() -> remove(id, ifMatch, exported));
    }

    private void remove(UUID id, String ifMatch, List<ExportUse> exported) {
        lock();
        SegmentEntity segment = find(id);
        Versions.require(ifMatch, segment.version);
        List<SegmentUse> users = new ArrayList<>(rules.usersOf(id));
        exported.forEach(
                export -> users.add(new SegmentUse(SegmentUse.Kind.EXPORT, export.id(), export.displayName())));
        if (!users.isEmpty()) {
            throw Problem.builder(
                            SegmentProblem.SEGMENT_IN_USE,
                            "Edit or remove the segments and exports listed under usedBy first: they are made of this one.")
                    .with("usedBy", users)
                    .build();
        }
        journal.removed(SegmentState.of(segment));
        segments.delete(segment);
    }

    /** Whether its list of profiles is another now. */
    private boolean change(SegmentEntity segment, SegmentPatch patch) {
        refuseNulls(patch);
        if (patch.rule() != null && segment.rule == null) {
            throw invalid("/rule", "this segment has a list of profiles; give profileIds");
        }
        if (patch.profileIds() != null && segment.rule != null) {
            throw invalid("/profileIds", "this segment has a rule; give rule");
        }
        if (patch.displayName() != null) {
            segment.displayName = names.free(patch.displayName(), segment.id);
        }
        if (patch.status() != null) {
            segment.status = patch.status();
        }
        if (patch.hasTimeZone()) {
            segment.timeZone = known(patch.timeZone());
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
            throw invalid(errors);
        }
    }

    private static String known(String timeZone) {
        if (timeZone != null && !DayZone.isKnown(timeZone)) {
            throw invalid("/timeZone", "unknown; give a name like Europe/Rome");
        }
        return timeZone;
    }

    private SegmentEntity find(UUID id) {
        return segments.findByIdOptional(id).orElseThrow(() -> Problem.notFound("segment", id));
    }

    private void save(SegmentEntity segment) {
        Instant now = clock.instant();
        segment.status = SegmentStatus.ACTIVE;
        segment.createdAt = now;
        segment.createdBy = Person.of(caller);
        segment.updatedAt = now;
        segment.updatedBy = segment.createdBy;
        segments.persistAndFlush(segment);
        rules.checkAll();
    }

    private void lock() {
        database.transaction(connection -> {
            JobLock.take(connection, LOCK);
            return null;
        });
    }

    private static RuntimeException invalid(String pointer, String detail) {
        return invalid(List.of(new FieldError(pointer, detail)));
    }

    private static RuntimeException invalid(List<FieldError> errors) {
        return Problem.of(
                CommonProblem.VALIDATION_FAILED, "Correct the values listed under errors, then send it again.", errors);
    }
}
