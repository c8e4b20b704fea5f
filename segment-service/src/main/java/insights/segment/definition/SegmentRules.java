package insights.segment.definition;

import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.common.problem.Use;
import insights.common.sql.Database;
import insights.segment.SegmentProblem;
import insights.segment.field.FieldService;
import insights.segment.rule.ParsedRule;
import insights.segment.rule.RuleDefinition;
import insights.segment.rule.RuleParser;
import insights.segment.rule.Tautology;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Checks rules against the fields of profiles, and against the other segments. */
@ApplicationScoped
public class SegmentRules {

    private final SegmentRepository segments;
    private final SegmentCompiler compiler;
    private final FieldService fields;
    private final Database database;
    private final Clock clock;

    SegmentRules(
            SegmentRepository segments, SegmentCompiler compiler, FieldService fields, Database database, Clock clock) {
        this.segments = segments;
        this.compiler = compiler;
        this.fields = fields;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Refuses a rule that does not fit, with everything that is wrong.
     *
     * @param owner the segment that the rule is for, which it must not lead back to; null when there is none yet
     */
    public void check(RuleDefinition rule, UUID owner) {
        ParsedRule parsed = RuleParser.parse(rule, "/rule", fields.types());
        List<FieldError> errors = new ArrayList<>(parsed.errors());
        Map<UUID, Set<UUID>> references = parsed.references().isEmpty() ? Map.of() : references();
        parsed.references().forEach((id, pointer) -> {
            if (!references.containsKey(id)) {
                errors.add(new FieldError(pointer, "there is no such segment; see GET /segments"));
            } else if (owner != null && leadsTo(owner, id, references, new HashSet<>())) {
                errors.add(new FieldError(pointer, "that segment is made of this one, so this goes in a circle"));
            }
        });
        if (errors.isEmpty() && Tautology.is(parsed.rule())) {
            errors.add(new FieldError(
                    "/rule",
                    "this comes to everybody, whatever they have; whoever means that says {\"everybody\":true}"));
        }
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
    }

    /** The active segments as they are in this transaction. */
    ActiveSegments active() {
        return database.transaction(connection -> compiler.compileActive(connection, clock.instant()));
    }

    /**
     * Refuses a change after which a segment cannot be computed that could before, or was not active: its rule does not fit
     * the fields that profiles have now, or segments of segments grow too large. What was wrong before stays editable.
     */
    void refuseToBreak(ActiveSegments before) {
        active().brokenSince(before).ifPresent(broken -> {
            throw invalid(List.of(new FieldError("/rule", broken.detail())));
        });
    }

    /** The segments whose rules refer to this one. */
    List<Use> usersOf(UUID id) {
        return segments.list("rule is not null").stream()
                .filter(segment -> referencesOf(segment).contains(id))
                .map(segment -> new Use(Use.Kind.SEGMENT, segment.id, segment.displayName, null))
                .toList();
    }

    /** The segment and all that are made of it, of which its members may be some. */
    Set<UUID> madeOf(UUID id) {
        Map<UUID, Set<UUID>> references = references();
        return references.keySet().stream()
                .filter(segment -> leadsTo(id, segment, references, new HashSet<>()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<UUID, Set<UUID>> references() {
        Map<UUID, Set<UUID>> references = new HashMap<>();
        segments.listAll().forEach(segment -> references.put(segment.id, referencesOf(segment)));
        return references;
    }

    /** References are found whether the fields of the rule are known or not. */
    private static Set<UUID> referencesOf(SegmentEntity segment) {
        return segment.rule == null
                ? Set.of()
                : RuleParser.parse(segment.rule, "", Map.of()).references().keySet();
    }

    private static boolean leadsTo(UUID goal, UUID from, Map<UUID, Set<UUID>> references, Set<UUID> seen) {
        return from.equals(goal)
                || seen.add(from)
                        && references.getOrDefault(from, Set.of()).stream()
                                .anyMatch(next -> leadsTo(goal, next, references, seen));
    }

    /** What is wrong with a rule, as a problem. */
    public static RuntimeException invalid(List<FieldError> errors) {
        return Problem.of(
                SegmentProblem.INVALID_RULE, "Correct the places listed under errors, then send it again.", errors);
    }
}
