package insights.segment.definition;

import insights.common.etag.Versions;
import insights.common.id.Ids;
import insights.common.page.ListOrder;
import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.segment.SegmentProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes, shows, changes and removes segments. */
@ApplicationScoped
public class SegmentService {

    /** Held by whoever changes segments, so that no two changes together close a circle. */
    private static final String LOCK = "segments";

    private final SegmentRepository segments;
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
            SegmentRules rules,
            StaticMembers members,
            SegmentExports exports,
            SegmentJournal journal,
            Database database,
            Ids ids,
            Clock clock,
            Caller caller) {
        this.segments = segments;
        this.rules = rules;
        this.members = members;
        this.exports = exports;
        this.journal = journal;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    @Transactional
    public SegmentResponse create(SegmentRequest request) {
        lock();
        if ((request.rule() == null) == (request.profileIds() == null)) {
            throw invalid("/rule", "give a rule, or else profileIds");
        }
        SegmentEntity segment = named(request.displayName());
        if (request.rule() != null) {
            rules.check(request.rule(), null);
            segment.rule = request.rule();
        }
        save(segment);
        if (request.profileIds() != null) {
            members.replace(segment.number, request.profileIds());
        }
        SegmentResponse created = SegmentResponse.from(segment, null);
        journal.created(created);
        return created;
    }

    /** An active copy with the same rule or list. */
    @Transactional
    public SegmentResponse duplicate(UUID id, DuplicateRequest request) {
        lock();
        SegmentEntity original = find(id);
        SegmentEntity copy = named(request.displayName());
        copy.rule = original.rule;
        save(copy);
        if (original.rule == null) {
            members.copy(original.number, copy.number);
        }
        SegmentResponse duplicate = SegmentResponse.from(copy, null);
        journal.duplicated(SegmentResponse.from(original, null), duplicate);
        return duplicate;
    }

    /**
     * @param ifMatch the ETag of what the caller saw
     */
    @Transactional
    public SegmentResponse edit(UUID id, SegmentPatch patch, String ifMatch) {
        lock();
        SegmentEntity segment = find(id);
        Versions.require(ifMatch, segment.version);
        SegmentResponse before = SegmentResponse.from(segment, null);
        if (patch.displayName() != null) {
            segment.displayName = freeName(patch.displayName(), id);
        }
        if (patch.status() != null) {
            segment.status = patch.status();
        }
        change(segment, patch);
        segment.updatedAt = clock.instant();
        segment.updatedBy = caller.name();
        segments.flush();
        rules.checkAll();
        journal.edited(before, SegmentResponse.from(segment, null), patch.profileIds() != null);
        return responses(List.of(segment)).getFirst();
    }

    /** Refuses when other segments are made of it or exports send it, and names them. */
    public void remove(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> find(id));
        // Asked before anything is locked: the answer may take its time.
        List<SegmentUse> exported = exports.using(id);
        QuarkusTransaction.requiringNew().run(() -> remove(id, exported));
    }

    private void remove(UUID id, List<SegmentUse> exported) {
        lock();
        SegmentEntity segment = find(id);
        List<SegmentUse> users = new ArrayList<>(rules.usersOf(id).stream()
                .map(user -> new SegmentUse(SegmentUse.Kind.SEGMENT, user.id, user.displayName))
                .toList());
        users.addAll(exported);
        if (!users.isEmpty()) {
            throw Problem.builder(
                            SegmentProblem.SEGMENT_IN_USE,
                            "Edit or remove the segments and exports listed under usedBy first: they are made of this one.")
                    .with("usedBy", users)
                    .build();
        }
        journal.removed(SegmentResponse.from(segment, null));
        segments.delete(segment);
    }

    @Transactional
    public SegmentResponse get(UUID id) {
        return responses(List.of(find(id))).getFirst();
    }

    /** One more than the limit when there are more, as {@link insights.common.page.Page} needs it. */
    @Transactional
    public List<SegmentResponse> list(ListOrder sort, String after, String search, int limit) {
        return responses(segments.page(sort, after, search, limit + 1));
    }

    private void change(SegmentEntity segment, SegmentPatch patch) {
        if (patch.rule() != null && segment.rule == null) {
            throw invalid("/rule", "this segment has a list of profiles; give profileIds");
        }
        if (patch.profileIds() != null && segment.rule != null) {
            throw invalid("/profileIds", "this segment has a rule; give rule");
        }
        if (patch.rule() != null) {
            rules.check(patch.rule(), segment.id);
            segment.rule = patch.rule();
        }
        if (patch.profileIds() != null) {
            members.replace(segment.number, patch.profileIds());
        }
    }

    private SegmentEntity find(UUID id) {
        return segments.findByIdOptional(id).orElseThrow(() -> Problem.notFound("segment", id));
    }

    private SegmentEntity named(String displayName) {
        SegmentEntity segment = new SegmentEntity();
        segment.id = ids.next();
        segment.displayName = freeName(displayName, segment.id);
        return segment;
    }

    private void save(SegmentEntity segment) {
        Instant now = clock.instant();
        segment.status = SegmentStatus.ACTIVE;
        segment.createdAt = now;
        segment.createdBy = caller.name();
        segment.updatedAt = now;
        segment.updatedBy = caller.name();
        segments.persistAndFlush(segment);
        rules.checkAll();
    }

    private void lock() {
        database.transaction(connection -> {
            JobLock.take(connection, LOCK);
            return null;
        });
    }

    private List<SegmentResponse> responses(List<SegmentEntity> entities) {
        Map<UUID, SegmentSize> sizes = database.transaction(connection -> SegmentSize.of(
                connection, entities.stream().map(segment -> segment.id).toList()));
        return entities.stream()
                .map(segment -> SegmentResponse.from(segment, sizes.get(segment.id)))
                .toList();
    }

    private String freeName(String name, UUID id) {
        if (segments.nameTaken(name, id)) {
            throw Problem.of(
                    SegmentProblem.DISPLAY_NAME_TAKEN,
                    "Choose another display name: another segment has this one already.",
                    List.of(new FieldError("/displayName", "taken")));
        }
        return name;
    }

    private static RuntimeException invalid(String pointer, String detail) {
        return Problem.of(
                CommonProblem.VALIDATION_FAILED,
                "Correct the values listed under errors, then send it again.",
                List.of(new FieldError(pointer, detail)));
    }
}
