package insights.segment.rule;

import insights.common.problem.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The members of one JSON object that is to be a rule, and what they come to. */
final class RuleMembers {

    /** More than anybody would read. */
    private static final int MAX_ERRORS = 20;

    /** So that an answer stays short. */
    private static final int MAX_NAME = 100;

    private final Map<String, RuleDefinition> kinds = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private boolean condition;
    private String field;
    private String op;
    private RuleValue value;
    private boolean valued;

    void kind(String name, RuleDefinition rule) {
        kinds.put(name, rule);
    }

    /** @param name null when it is no text */
    void field(String name) {
        condition = true;
        field = name;
    }

    /** @param name null when it is no text */
    void op(String name) {
        condition = true;
        op = name;
    }

    void value(RuleValue given) {
        valued = true;
        value = given;
    }

    void unknown(String name) {
        if (unknown.size() < MAX_ERRORS) {
            unknown.add(name);
        }
    }

    RuleDefinition rule() {
        if (condition) {
            return condition();
        }
        if (!valued && unknown.size() == 1 && kinds.isEmpty()) {
            return RuleReader.unreadable(
                    pointer(unknown.getFirst()), "unknown; give one of all, any, not, segment, everybody or field");
        }
        if (valued || !unknown.isEmpty() || kinds.size() != 1) {
            return RuleReader.unreadable("", "give exactly one of all, any, not, segment, everybody or field");
        }
        return kinds.values().iterator().next();
    }

    private RuleDefinition condition() {
        List<FieldError> errors = new ArrayList<>();
        unknown.addAll(kinds.keySet());
        unknown.forEach(
                name -> errors.add(new FieldError(pointer(name), "unknown; a condition has field, op and value")));
        if (field == null) {
            errors.add(new FieldError("/field", "give the name of a field; see GET /profiles/fields"));
        }
        Operator operator = op == null ? null : Operator.of(op).orElse(null);
        if (operator == null) {
            String labels =
                    Arrays.stream(Operator.values()).map(Operator::label).collect(Collectors.joining(", "));
            errors.add(new FieldError("/op", "give one of " + labels));
        }
        return errors.isEmpty()
                ? new RuleDefinition.Condition(field, operator, value)
                : new RuleDefinition.Unreadable(List.copyOf(errors));
    }

    /** A name as part of a JSON pointer (RFC 6901 §3). */
    private static String pointer(String name) {
        String part = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
        return "/" + part.replace("~", "~0").replace("/", "~1");
    }
}
