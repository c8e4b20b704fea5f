package insights.segment.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a condition compares with, as somebody wrote it. */
@Schema(
        name = "RuleValue",
        description =
                "Of the type of the field; dates like 2026-01-31 and date-times like 2026-01-31T10:00:00Z are texts",
        oneOf = {String.class, BigDecimal.class, Boolean.class, RuleValue.Many.class})
public sealed interface RuleValue {

    /** A text; also a date, or a date and time. */
    @RegisterForReflection
    record Text(@JsonValue String text) implements RuleValue {}

    /** A number, whole or not. */
    @RegisterForReflection
    record Number(@JsonValue BigDecimal number) implements RuleValue {}

    /** True or false. */
    @RegisterForReflection
    record Truth(@JsonValue boolean truth) implements RuleValue {}

    /** Several values. */
    @Schema(
            name = "RuleValues",
            implementation = RuleValue.Single[].class,
            minItems = 1,
            maxItems = RuleReader.MAX_LIST)
    @RegisterForReflection
    record Many(@JsonValue List<RuleValue> values) implements RuleValue {}

    /** Something that no condition can compare with: null, an object, a list in a list. */
    record Unfit() implements RuleValue {}

    /** What the description says of the items of a list. */
    @Schema(
            name = "SingleRuleValue",
            oneOf = {String.class, BigDecimal.class, Boolean.class})
    interface Single {}
}
