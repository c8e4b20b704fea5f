package insights.segment.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import insights.common.problem.FieldError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as somebody wrote it: which profiles a segment has, before anybody looked whether there are such fields and
 * segments ({@link RuleParser}). At most {@link RuleReader#MAX_PARTS} parts, {@link RuleReader#MAX_DEPTH} levels deep; what
 * is beyond is not even kept while it is read ({@link RuleReader}).
 */
@Schema(
        name = "Rule",
        description = """
                Which profiles are meant. A missing value fulfils missing, ne and notIn, and nothing else; so does `not` of
                whatever a missing value does not fulfil. Texts are compared exactly, composed (NFC). Segments are united
                with any, intersected with all, subtracted with all and not. At most 500 parts, 20 levels deep. A rule that
                comes to everybody is refused unless it says `{"everybody":true}`.""",
        examples = """
                {"all":[{"field":"country","op":"eq","value":"IT"},{"not":{"field":"orders","op":"missing"}}]}""",
        oneOf = {
            RuleDefinition.All.class,
            RuleDefinition.Any.class,
            RuleDefinition.Not.class,
            RuleDefinition.InSegment.class,
            RuleDefinition.Everybody.class,
            RuleDefinition.Condition.class
        })
@RegisterForReflection
@JsonDeserialize(using = RuleReader.class)
public sealed interface RuleDefinition {

    /** All of the rules hold. */
    @Schema(name = "AllRule", description = "All of the rules hold", additionalProperties = Schema.False.class)
    @RegisterForReflection
    record All(
            @NotNull @Size(min = 1, max = RuleReader.MAX_PARTS)
            List<RuleDefinition> all) implements RuleDefinition {}

    /** At least one of the rules holds. */
    @Schema(
            name = "AnyRule",
            description = "At least one of the rules holds",
            additionalProperties = Schema.False.class)
    @RegisterForReflection
    record Any(
            @NotNull @Size(min = 1, max = RuleReader.MAX_PARTS)
            List<RuleDefinition> any) implements RuleDefinition {}

    /** The rule does not hold. */
    @Schema(name = "NotRule", description = "The rule does not hold", additionalProperties = Schema.False.class)
    @RegisterForReflection
    record Not(@NotNull RuleDefinition not) implements RuleDefinition {}

    /** The profile is in another segment, whether that one is active or not. */
    @Schema(
            name = "SegmentRule",
            description = "The profile is in another segment, by its id, whether that one is active or not",
            additionalProperties = Schema.False.class)
    @RegisterForReflection
    record InSegment(@NotNull UUID segment) implements RuleDefinition {}

    /** Everybody, said outright. */
    @Schema(name = "EverybodyRule", description = "Every profile there is", additionalProperties = Schema.False.class)
    @RegisterForReflection
    record Everybody(
            @Schema(required = true, enumeration = "true") boolean everybody) implements RuleDefinition {}

    /** A field compared with a value. */
    @Schema(name = "ConditionRule", description = """
                    A field of profiles compared with a value. withinDays: not in the future, and at most so many days ago;
                    olderThanDays: longer ago. Days of a date field are those of the segment's time zone; date-times count in
                    spans of 24 hours.""", additionalProperties = Schema.False.class)
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Condition(
            @NotNull @Schema(description = "Its name, as GET /profiles/fields lists it")
            String field,

            @NotNull Operator op,

            @Schema(
                    implementation = RuleValue.class,
                    description =
                            "None for exists and missing, two in a list for between with the smaller one first, a list"
                                    + " for in and notIn, a whole number of days for withinDays and olderThanDays, else one")
            RuleValue value)
            implements RuleDefinition {}

    /**
     * What is no rule.
     *
     * @param errors why, with pointers that begin at this part; none where another part says so already
     */
    @Schema(hidden = true)
    record Unreadable(List<FieldError> errors) implements RuleDefinition {}
}
