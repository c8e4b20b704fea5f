package insights.sandbox.ortto.filter;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.ortto.answer.OrttoRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Filters of people: {@code {"$str::is":{"field_id":"str::email","value":"a@example.com"}}}, joined by {@code $and} and
 * {@code $or} (help.ortto.com a-258). Of the hundred conditions there are, those that fields, and not activities, are
 * asked for.
 */
public final class Filter {

    private Filter() {}

    /** @throws OrttoRefusal when it is none, or has a condition that is not known here */
    public static Predicate<Subject> of(JsonNode filter) {
        if (filter.isMissingNode() || filter.isNull() || filter.isObject() && filter.isEmpty()) {
            return subject -> true;
        }
        if (!filter.isObject() || filter.size() != 1) {
            throw OrttoRefusal.unreadable("a filter is one condition: Object not found");
        }
        var condition = filter.properties().iterator().next();
        return switch (condition.getKey()) {
            case "$and", "$andgroup" -> all(condition.getValue()).stream().reduce(subject -> true, Predicate::and);
            case "$or", "$orgroup" -> all(condition.getValue()).stream().reduce(subject -> false, Predicate::or);
            default -> one(condition.getKey(), condition.getValue());
        };
    }

    private static List<Predicate<Subject>> all(JsonNode filters) {
        List<Predicate<Subject>> all = new ArrayList<>();
        filters.forEach(filter -> all.add(of(filter)));
        return all;
    }

    private static Predicate<Subject> one(String name, JsonNode condition) {
        JsonNode wanted = condition.path("value");
        return switch (name) {
            case "$has_any_value" -> has(condition);
            case "$has_no_value" -> has(condition).negate();
            case "$str::is", "$geo::is", "$bol::is", "$id_is" -> where(condition, wanted, Filter::same);
            case "$str::is_not", "$geo::is_not", "$id_is_not" ->
                where(condition, wanted, Filter::same).negate();
            case "$str::contains" -> where(condition, wanted, text(String::contains));
            case "$str::does_not_contains" ->
                where(condition, wanted, text(String::contains)).negate();
            case "$str::starts" -> where(condition, wanted, text(String::startsWith));
            case "$str::ends" -> where(condition, wanted, text(String::endsWith));
            case "$int::is" -> where(condition, wanted, (value, limit) -> value.asLong() == limit.asLong());
            case "$int::is_not" ->
                where(condition, wanted, (value, limit) -> value.asLong() == limit.asLong())
                        .negate();
            case "$int::greater_than" -> where(condition, wanted, (value, limit) -> value.asLong() > limit.asLong());
            case "$int::less_than" -> where(condition, wanted, (value, limit) -> value.asLong() < limit.asLong());
            case "$str::set_contains" -> where(condition, wanted, Filter::isIn);
            case "$str::set_does_not_contains" ->
                where(condition, wanted, Filter::isIn).negate();
            default -> throw OrttoRefusal.unreadable("unknown filter " + name + ": Object not found");
        };
    }

    private static Predicate<Subject> has(JsonNode condition) {
        String field = condition.path("field_id").asText("");
        return subject -> subject.value(field) != null;
    }

    private static Predicate<Subject> where(
            JsonNode condition, JsonNode wanted, BiPredicate<JsonNode, JsonNode> comparison) {
        String field = condition.path("field_id").asText("");
        return subject -> {
            JsonNode value = subject.value(field);
            return value != null && comparison.test(value, wanted);
        };
    }

    private static boolean same(JsonNode value, JsonNode wanted) {
        return lower(value).equals(lower(wanted));
    }

    private static boolean isIn(JsonNode values, JsonNode wanted) {
        for (JsonNode value : values) {
            if (value.asText().equals(wanted.asText())) {
                return true;
            }
        }
        return false;
    }

    private static BiPredicate<JsonNode, JsonNode> text(BiPredicate<String, String> comparison) {
        return (value, wanted) -> comparison.test(lower(value), lower(wanted));
    }

    /** What a value is compared by: a place by its name. */
    private static String lower(JsonNode value) {
        return value.path("name").asText(value.asText("")).toLowerCase(Locale.ROOT);
    }
}
