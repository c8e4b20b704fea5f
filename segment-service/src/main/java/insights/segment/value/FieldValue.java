package insights.segment.value;

import insights.segment.rule.RuleValue;
import jakarta.validation.constraints.NotNull;

/**
 * A value of a field, as a condition of a rule takes it.
 *
 * @param profiles how many profiles have it
 */
public record FieldValue(@NotNull RuleValue value, long profiles) {}
