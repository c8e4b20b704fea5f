package insights.segment.rule;

import insights.segment.field.FieldType;
import java.util.List;
import java.util.UUID;

/** Which profiles a segment has: a tree of conditions that has been checked against the known fields. */
public sealed interface Rule {

    /** Every profile. */
    record Everybody() implements Rule {}

    /** All of the parts hold. */
    record All(List<Rule> parts) implements Rule {}

    /** At least one of the parts holds. */
    record Any(List<Rule> parts) implements Rule {}

    /** The part does not hold. */
    record Not(Rule part) implements Rule {}

    /** The profile is in another segment. */
    record InSegment(UUID segment) implements Rule {}

    /**
     * A field compared with values.
     *
     * @param operands as the operator takes them, in the form in which values of the field are stored: {@link String} for
     *     texts, dates and date-times, {@link java.math.BigDecimal}, {@link Boolean}; {@link Integer} for a number of days
     */
    record Condition(String field, FieldType type, Operator operator, List<Object> operands) implements Rule {

        /** The same with another operator. */
        Condition with(Operator other) {
            return new Condition(field, type, other, operands);
        }
    }
}
