package insights.segment.definition;

import insights.common.etag.Versions;
import insights.common.id.Ids;
import insights.common.problem.Problem;
import insights.common.problem.Use;
import insights.common.security.Caller;
import insights.common.security.Person;
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

/** Makes, copies and removes segments. */
@ApplicationScoped
public class SegmentService {

    private final SegmentRepository segments;
    private final SegmentNames names;
    private final SegmentRules rules;
    private final StaticMembers members;
    private final SegmentExports exports;
    private final SegmentJournal journal;
    private final SegmentLock lock;
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
            SegmentLock lock,
            Ids ids,
            Clock clock,
            Caller caller) {
        this.segments = segments;
        this.names = names;
        this.rules = rules;
        this.members = members;
        this.exports = exports;
        this.journal = journal;
        this.lock = lock;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    /** Its id. */
    @Transactional
    public UUID create(SegmentRequest request) {
        lock.take();
        if ((request.rule() == null) == (request.profileIds() == null)) {
            throw InvalidSegment.of("/rule", "give a rule, or else profileIds");
        }
        ActiveSegments active = rules.active();
        SegmentEntity segment = new SegmentEntity();
        segment.id = ids.next();
        segment.displayName = names.free(request.displayName(), segment.id);
        segment.timeZone = DayZone.known(request.timeZone());
        if (request.rule() != null) {
            rules.check(request.rule(), null);
            segment.rule = request.rule();
        }
        save(segment, active);
        if (request.profileIds() != null) {
            members.fill(segment.number, request.profileIds());
        }
        journal.created(SegmentState.of(segment));
        return segment.id;
    }

    /** The id of an active copy with the same rule or list. @param request null for a name that is made up */
    @Transactional
    public UUID duplicate(UUID id, SegmentDuplicateRequest request) {
        lock.take();
        ActiveSegments active = rules.active();
        SegmentEntity original = find(id);
        SegmentEntity copy = new SegmentEntity();
        copy.id = ids.next();
        copy.displayName = request == null || request.displayName() == null
                ? names.ofCopy(original.displayName, copy.id)
                : names.free(request.displayName(), copy.id);
        copy.rule = original.rule;
        copy.timeZone = original.timeZone;
        save(copy, active);
        if (original.rule == null) {
            members.copy(original.number, copy.number);
        }
        journal.duplicated(original.id, SegmentState.of(copy));
        return copy.id;
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
        lock.take();
        SegmentEntity segment = find(id);
        Versions.require(ifMatch, segment.version);
        List<Use> users = new ArrayList<>(rules.usersOf(id));
        exported.forEach(export -> users.add(new Use(Use.Kind.EXPORT, export.id(), export.displayName(), null)));
        if (!users.isEmpty()) {
            throw Problem.builder(
                            SegmentProblem.SEGMENT_IN_USE,
                            "Edit or remove the segments and exports listed under usedBy first: they are made of this one.")
                    .withUsedBy(users)
                    .build();
        }
        journal.removed(SegmentState.of(segment));
        members.remove(segment.number);
        segments.delete(segment);
    }

    private SegmentEntity find(UUID id) {
        return segments.findByIdOptional(id).orElseThrow(() -> Problem.notFound("segment", id));
    }

    private void save(SegmentEntity segment, ActiveSegments before) {
        Instant now = clock.instant();
        segment.status = SegmentStatus.ACTIVE;
        segment.createdAt = now;
        segment.createdBy = Person.of(caller);
        segment.updatedAt = now;
        segment.updatedBy = segment.createdBy;
        segments.persistAndFlush(segment);
        rules.refuseToBreak(before);
    }
}
