package insights.segment.rule;

import insights.common.sql.Sql;
import insights.segment.field.FieldType;
import insights.segment.field.IsoTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns a rule into a condition on a row of {@code profile p} that is true or false, never null. The SQL text is made of
 * the constants in this class alone: names of fields and values are bound.
 *
 * <p>Numbers and truth values are compared as {@code jsonb}, which never fails on a row whatever it holds. All others are
 * compared as texts, which is faster; the byte order of dates and date-times is their order in time ({@link IsoTime}).
 */
public final class RuleCompiler {

    private final Function<UUID, Sql> segments;
    private final Instant now;
    private final ZoneId zone;

    /**
     * @param segments the condition of being in another segment
     * @param now what conditions on the age of a date count from
     * @param zone whose days dates are
     */
    public RuleCompiler(Function<UUID, Sql> segments, Instant now, ZoneId zone) {
        this.segments = segments;
        this.now = now;
        this.zone = zone;
    }

    public Sql compile(Rule rule) {
        return switch (rule) {
            case Rule.Everybody unused -> Sql.of("true");
            case Rule.All(List<Rule> parts) -> Sql.group(" and ", compile(parts));
            case Rule.Any(List<Rule> parts) -> Sql.group(" or ", compile(parts));
            case Rule.Not(Rule part) -> Sql.of("(not ").then(compile(part)).then(")");
            case Rule.InSegment(UUID segment) -> segments.apply(segment);
            case Rule.Condition condition -> condition(condition);
        };
    }

    private List<Sql> compile(List<Rule> rules) {
        return rules.stream().map(this::compile).toList();
    }

    private Sql condition(Rule.Condition condition) {
        Object operand =
                condition.operands().isEmpty() ? null : condition.operands().getFirst();
        return switch (condition.operator()) {
            case EQ -> holds(equal(condition, operand));
            case NE -> fails(equal(condition, operand));
            case IN -> holds(oneOf(condition));
            case NOT_IN -> fails(oneOf(condition));
            case GT, AFTER -> compare(condition, " > ", operand);
            case GTE -> compare(condition, " >= ", operand);
            case LT, BEFORE -> compare(condition, " < ", operand);
            case LTE -> compare(condition, " <= ", operand);
            case BETWEEN -> range(condition, operand, condition.operands().get(1));
            case CONTAINS -> holds(Sql.of("strpos(").then(text(condition)).then(", ?) > 0", operand));
            case STARTS_WITH ->
                holds(Sql.of("starts_with(").then(text(condition)).then(", ?)", operand));
            case ENDS_WITH -> holds(Sql.of("right(").then(text(condition)).then(", length(?)) = ?", operand, operand));
            case EXISTS -> json(condition).then(" is not null");
            case MISSING -> json(condition).then(" is null");
            case WITHIN_DAYS -> range(condition, ago(condition, (Integer) operand), ago(condition, 0));
            case OLDER_THAN_DAYS -> compare(condition, " < ", ago(condition, (Integer) operand));
        };
    }

    private static Sql range(Rule.Condition condition, Object from, Object to) {
        return Sql.group(" and ", List.of(compare(condition, " >= ", from), compare(condition, " <= ", to)));
    }

    private static Sql equal(Rule.Condition condition, Object operand) {
        return isText(condition)
                ? text(condition).then(" collate \"C\" = ?", operand)
                : json(condition).then(" = ?::jsonb", JsonText.of(operand));
    }

    private static Sql oneOf(Rule.Condition condition) {
        Stream<Object> operands = condition.operands().stream();
        return isText(condition)
                ? text(condition).then(" collate \"C\" = any (?)", (Object) operands.toArray(String[]::new))
                : json(condition).then(" = any (?::jsonb[])", (Object)
                        operands.map(JsonText::of).toArray(String[]::new));
    }

    private static boolean isText(Rule.Condition condition) {
        return condition.type() != FieldType.NUMBER && condition.type() != FieldType.BOOLEAN;
    }

    private static Sql compare(Rule.Condition condition, String operator, Object operand) {
        return condition.type() == FieldType.NUMBER
                ? holds(json(condition).then(operator + "?::jsonb", JsonText.of(operand)))
                : holds(text(condition).then(" collate \"C\"" + operator + "?", operand));
    }

    private Object ago(Rule.Condition condition, int days) {
        if (condition.type() == FieldType.DATE) {
            return IsoTime.of(LocalDate.ofInstant(now, zone).minusDays(days));
        }
        return IsoTime.of(now.minus(Duration.ofDays(days)));
    }

    private static Sql json(Rule.Condition condition) {
        return Sql.of("(p.attributes -> ?)", condition.field());
    }

    private static Sql text(Rule.Condition condition) {
        return Sql.of("(p.attributes ->> ?)", condition.field());
    }

    private static Sql holds(Sql comparison) {
        return Sql.of("((").then(comparison).then(") is true)");
    }

    private static Sql fails(Sql comparison) {
        return Sql.of("((").then(comparison).then(") is not true)");
    }
}
