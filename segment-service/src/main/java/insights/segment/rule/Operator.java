package insights.segment.rule;

import static insights.segment.field.FieldType.DATE;
import static insights.segment.field.FieldType.DATETIME;
import static insights.segment.field.FieldType.NUMBER;
import static insights.segment.field.FieldType.STRING;

import insights.segment.field.FieldType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a condition compares. A missing value fulfils {@link #MISSING} and the two negations {@link #NE} and {@link
 * #NOT_IN}, and nothing else. Texts are compared exactly, upper and lower case being different.
 */
public enum Operator {
    EQ("eq", Operands.ONE, EnumSet.allOf(FieldType.class)),
    /** Exactly when {@link #EQ} does not hold. */
    NE("ne", Operands.ONE, EnumSet.allOf(FieldType.class)),
    IN("in", Operands.LIST, EnumSet.of(STRING, NUMBER, DATE, DATETIME)),
    /** Exactly when {@link #IN} does not hold. */
    NOT_IN("notIn", Operands.LIST, EnumSet.of(STRING, NUMBER, DATE, DATETIME)),
    GT("gt", Operands.ONE, EnumSet.of(NUMBER, DATE, DATETIME)),
    GTE("gte", Operands.ONE, EnumSet.of(NUMBER, DATE, DATETIME)),
    LT("lt", Operands.ONE, EnumSet.of(NUMBER, DATE, DATETIME)),
    LTE("lte", Operands.ONE, EnumSet.of(NUMBER, DATE, DATETIME)),
    /** From the first to the second, both included. */
    BETWEEN("between", Operands.TWO, EnumSet.of(NUMBER, DATE, DATETIME)),
    CONTAINS("contains", Operands.ONE, EnumSet.of(STRING)),
    STARTS_WITH("startsWith", Operands.ONE, EnumSet.of(STRING)),
    ENDS_WITH("endsWith", Operands.ONE, EnumSet.of(STRING)),
    EXISTS("exists", Operands.NONE, EnumSet.allOf(FieldType.class)),
    MISSING("missing", Operands.NONE, EnumSet.allOf(FieldType.class)),
    BEFORE("before", Operands.ONE, EnumSet.of(DATE, DATETIME)),
    AFTER("after", Operands.ONE, EnumSet.of(DATE, DATETIME)),
    /** Not in the future, and at most so many days ago. Days of dates are those of UTC. */
    WITHIN_DAYS("withinDays", Operands.DAYS, EnumSet.of(DATE, DATETIME)),
    /** More than so many days ago. */
    OLDER_THAN_DAYS("olderThanDays", Operands.DAYS, EnumSet.of(DATE, DATETIME));

    /** What stands under {@code value}. */
    enum Operands {
        NONE,
        ONE,
        TWO,
        LIST,
        DAYS
    }

    private final String label;
    private final Operands operands;
    private final Set<FieldType> types;

    Operator(String label, Operands operands, Set<FieldType> types) {
        this.label = label;
        this.operands = operands;
        this.types = types;
    }

    /** The name in a rule. */
    public String label() {
        return label;
    }

    Operands operands() {
        return operands;
    }

    Set<FieldType> types() {
        return types;
    }

    static Optional<Operator> of(String label) {
        return Arrays.stream(values())
                .filter(operator -> operator.label.equals(label))
                .findFirst();
    }
}
