package insights.segment.rule;

import insights.segment.field.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What a rule means, told without SQL: written from the description of the operators, not from the compiler. */
final class RuleEvaluation {

    private final Instant now;
    private final ZoneId zone;

    RuleEvaluation(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    boolean holds(Rule rule, Map<String, Object> profile) {
        return switch (rule) {
            case Rule.All all -> all.parts().stream().allMatch(part -> holds(part, profile));
            case Rule.Any any -> any.parts().stream().anyMatch(part -> holds(part, profile));
            case Rule.Everybody everybody -> true;
            case Rule.Not not -> !holds(not.part(), profile);
            case Rule.InSegment unused -> throw new IllegalArgumentException("no segments here");
            case Rule.Condition condition -> holds(condition, profile.get(condition.field()));
        };
    }

    private boolean holds(Rule.Condition condition, Object value) {
        switch (condition.operator()) {
            case MISSING:
                return value == null;
            case EXISTS:
                return value != null;
            case NE:
                return value == null || !equal(value, condition.operands().getFirst());
            case NOT_IN:
                return value == null || condition.operands().stream().noneMatch(operand -> equal(value, operand));
            default:
                return value != null && compare(condition, value);
        }
    }

    private boolean compare(Rule.Condition condition, Object value) {
        Object operand = condition.operands().getFirst();
        return switch (condition.operator()) {
            case EQ -> equal(value, operand);
            case IN -> condition.operands().stream().anyMatch(one -> equal(value, one));
            case GT, AFTER -> order(value, operand) > 0;
            case GTE -> order(value, operand) >= 0;
            case LT, BEFORE -> order(value, operand) < 0;
            case LTE -> order(value, operand) <= 0;
            case BETWEEN ->
                order(value, operand) >= 0 && order(value, condition.operands().get(1)) <= 0;
            case CONTAINS -> ((String) value).contains((String) operand);
            case STARTS_WITH -> ((String) value).startsWith((String) operand);
            case ENDS_WITH -> ((String) value).endsWith((String) operand);
            case WITHIN_DAYS -> {
                long age = age(condition.type(), (String) value);
                yield age >= 0 && age <= (int) operand * unit(condition.type());
            }
            case OLDER_THAN_DAYS -> age(condition.type(), (String) value) > (int) operand * unit(condition.type());
            default -> throw new IllegalArgumentException(condition.operator().label());
        };
    }

    private static boolean equal(Object value, Object operand) {
        return value instanceof BigDecimal ? order(value, operand) == 0 : value.equals(operand);
    }

    private static int order(Object value, Object operand) {
        if (value instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) operand);
        }
        String text = (String) value;
        return text.length() == "2026-01-31".length()
                ? LocalDate.parse(text).compareTo(LocalDate.parse((String) operand))
                : Instant.parse(text).compareTo(Instant.parse((String) operand));
    }

    /** In days for dates, in milliseconds for date-times. */
    private long age(FieldType type, String value) {
        return type == FieldType.DATE
                ? ChronoUnit.DAYS.between(LocalDate.parse(value), LocalDate.ofInstant(now, zone))
                : ChronoUnit.MILLIS.between(Instant.parse(value), now);
    }

    private static long unit(FieldType type) {
        return type == FieldType.DATE ? 1 : ChronoUnit.DAYS.getDuration().toMillis();
    }
}
