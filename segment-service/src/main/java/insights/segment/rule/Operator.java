package insights.segment.rule;

import static insights.segment.field.FieldType.DATE;
import static insights.segment.field.FieldType.DATETIME;
import static insights.segment.field.FieldType.NUMBER;
import static insights.segment.field.FieldType.STRING;

import com.fasterxml.jackson.annotation.JsonProperty;
import insights.segment.field.FieldType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a condition compares. A missing value fulfils {@link #MISSING} and the two negations {@link #NE} and {@link
 * #NOT_IN}, and nothing else. Texts are compared exactly, upper and lower case being different.
 */
@RegisterForReflection
public enum Operator {
    @JsonProperty("eq")
    EQ(Operands.ONE, EnumSet.allOf(FieldType.class)),
    /** Exactly when {@link #EQ} does not hold. */
    @JsonProperty("ne")
    NE(Operands.ONE, EnumSet.allOf(FieldType.class)),
    @JsonProperty("in")
    IN(Operands.LIST, EnumSet.of(STRING, NUMBER, DATE, DATETIME)),
    /** Exactly when {@link #IN} does not hold. */
    @JsonProperty("notIn")
    NOT_IN(Operands.LIST, EnumSet.of(STRING, NUMBER, DATE, DATETIME)),
    @JsonProperty("gt")
    GT(Operands.ONE, EnumSet.of(NUMBER, DATE, DATETIME)),
    @JsonProperty("gte")
    GTE(Operands.ONE, EnumSet.of(NUMBER, DATE, DATETIME)),
    @JsonProperty("lt")
    LT(Operands.ONE, EnumSet.of(NUMBER, DATE, DATETIME)),
    @JsonProperty("lte")
    LTE(Operands.ONE, EnumSet.of(NUMBER, DATE, DATETIME)),
    /** From the first to the second, both included. */
    @JsonProperty("between")
    BETWEEN(Operands.TWO, EnumSet.of(NUMBER, DATE, DATETIME)),
    @JsonProperty("contains")
    CONTAINS(Operands.ONE, EnumSet.of(STRING)),
    @JsonProperty("startsWith")
    STARTS_WITH(Operands.ONE, EnumSet.of(STRING)),
    @JsonProperty("endsWith")
    ENDS_WITH(Operands.ONE, EnumSet.of(STRING)),
    @JsonProperty("exists")
    EXISTS(Operands.NONE, EnumSet.allOf(FieldType.class)),
    @JsonProperty("missing")
    MISSING(Operands.NONE, EnumSet.allOf(FieldType.class)),
    @JsonProperty("before")
    BEFORE(Operands.ONE, EnumSet.of(DATE, DATETIME)),
    @JsonProperty("after")
    AFTER(Operands.ONE, EnumSet.of(DATE, DATETIME)),
    /**
     * Not in the future, and at most so many days ago. Days of dates are those of the segment's time zone, from midnight to
     * midnight; date-times count in spans of 24 hours.
     */
    @JsonProperty("withinDays")
    WITHIN_DAYS(Operands.DAYS, EnumSet.of(DATE, DATETIME)),
    /** More than so many days ago. */
    @JsonProperty("olderThanDays")
    OLDER_THAN_DAYS(Operands.DAYS, EnumSet.of(DATE, DATETIME));

    /** What stands under {@code value}. */
    enum Operands {
        NONE,
        ONE,
        TWO,
        LIST,
        DAYS
    }

    private final Operands operands;
    private final Set<FieldType> types;

    Operator(Operands operands, Set<FieldType> types) {
        this.operands = operands;
        this.types = types;
    }

    /** The name in a rule. */
    public String label() {
        StringBuilder label = new StringBuilder(name().toLowerCase(Locale.ROOT));
        for (int gap = label.indexOf("_"); gap >= 0; gap = label.indexOf("_")) {
            label.replace(gap, gap + 2, label.substring(gap + 1, gap + 2).toUpperCase(Locale.ROOT));
        }
        return label.toString();
    }

    /** Whether it compares with a part of a text, of which the edges count. */
    boolean takesPartsOfTexts() {
        return this == CONTAINS || this == STARTS_WITH || this == ENDS_WITH;
    }

    Operands operands() {
        return operands;
    }

    Set<FieldType> types() {
        return types;
    }

    static Optional<Operator> of(String label) {
        return Arrays.stream(values())
                .filter(operator -> operator.label().equals(label))
                .findFirst();
    }
}
