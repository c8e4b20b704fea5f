package insights.segment.definition;

import insights.common.problem.HttpProblem;
import insights.common.problem.Problem;
import insights.common.problem.Use;
import insights.common.security.Caller;
import insights.common.security.Roles;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.exports.SendingExport;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what an edit would do: it is made, its effect counted, and taken back. */
@ApplicationScoped
class EditPreviewService {

    /** Each takes a look at every profile. */
    private static final int MAX_CHANGES = 20;

    private static final Sql NOBODY = Sql.of("false");

    private final SegmentEditing editing;
    private final SegmentRepository segments;
    private final SegmentRules rules;
    private final SegmentUsers users;
    private final DayZone zone;
    private final Database database;
    private final Caller caller;

    EditPreviewService(
            SegmentEditing editing,
            SegmentRepository segments,
            SegmentRules rules,
            SegmentUsers users,
            DayZone zone,
            Database database,
            Caller caller) {
        this.editing = editing;
        this.segments = segments;
        this.rules = rules;
        this.users = users;
        this.zone = zone;
        this.database = database;
        this.caller = caller;
    }

    /** What export-service says. @param trouble why it does not; null when it does */
    private record Answer(List<SendingExport> exports, String trouble) {}

    EditPreview preview(UUID id, SegmentPatch patch) {
        SegmentState seen = QuarkusTransaction.requiringNew().call(() -> segments.findByIdOptional(id)
                .map(SegmentState::of)
                .orElseThrow(() -> Problem.notFound("segment", id)));
        SegmentUsers.Concerned concerned = users.concerned(id);
        Answer answer = ask(concerned);
        Set<UUID> shown = new LinkedHashSet<>(List.of(id));
        answer.exports().forEach(export -> shown.addAll(export.segmentIds()));
        List<MembersChange> changes = editing.tried(id, patch, segment -> changes(shown));
        List<Use> usedBy = QuarkusTransaction.requiringNew().call(() -> Stream.concat(
                        others(id, concerned.segments()),
                        answer.exports().stream().map(SendingExport::use))
                .toList());
        String refusal = patch.isAboutMembers(seen, zone) ? refusal(answer) : null;
        return new EditPreview(profiles(), changes, usedBy, answer.trouble() == null, refusal == null, refusal);
    }

    private Answer ask(SegmentUsers.Concerned concerned) {
        try {
            return new Answer(users.exports(concerned), null);
        } catch (HttpProblem e) {
            return new Answer(List.of(), e.getDetail());
        }
    }

    private String refusal(Answer answer) {
        if (answer.trouble() != null) {
            return caller.is(Roles.ADMIN) ? null : answer.trouble();
        }
        List<SendingExport> foreign = users.foreign(answer.exports());
        return foreign.isEmpty() ? null : SegmentUsers.refusal(foreign);
    }

    private Stream<Use> others(UUID id, Set<UUID> concerned) {
        return segments.list("id in ?1 and id <> ?2 order by id", concerned, id).stream()
                .map(other -> new Use(Use.Kind.SEGMENT, other.id, other.displayName, null));
    }

    private List<MembersChange> changes(Set<UUID> shown) {
        ActiveSegments active = rules.active();
        Set<UUID> unfit = active.unfit().stream().map(UnfitSegment::id).collect(Collectors.toUnmodifiableSet());
        Map<UUID, Sql> conditions =
                active.computable().stream().collect(Collectors.toMap(CompiledSegment::id, CompiledSegment::condition));
        Map<UUID, SegmentEntity> entities = segments.list("id in ?1", shown).stream()
                .collect(Collectors.toMap(segment -> segment.id, Function.identity()));
        return database.transaction(connection -> {
            List<MembersChange> changes = new ArrayList<>();
            for (UUID id : shown.stream().limit(MAX_CHANGES).toList()) {
                SegmentEntity segment = entities.get(id);
                if (segment != null && !unfit.contains(id)) {
                    changes.add(MembersChange.of(
                            connection, id, segment.displayName, segment.number, conditions.getOrDefault(id, NOBODY)));
                }
            }
            return changes;
        });
    }

    private long profiles() {
        return database.transaction(EditPreviewService::profiles);
    }

    private static long profiles(Connection connection) throws SQLException {
        return Database.first(connection, Sql.of("select count(*) from profile"), row -> row.getLong(1))
                .orElseThrow();
    }
}
