package insights.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import insights.common.problem.FieldError;
import insights.segment.field.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads a rule and checks it against the known fields. Everything that is wrong is found at once. */
public final class RuleParser {

    static final int MAX_DEPTH = 20;
    static final int MAX_PARTS = 500;

    private final Map<String, FieldType> fields;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<UUID, String> references = new HashMap<>();
    private int parts;

    private RuleParser(Map<String, FieldType> fields) {
        this.fields = fields;
    }

    /**
     * @param pointer JSON pointer of the rule within the request, to which the pointers of errors are added
     */
    public static ParsedRule parse(JsonNode rule, String pointer, Map<String, FieldType> fields) {
        RuleParser parser = new RuleParser(fields);
        Rule parsed = parser.rule(rule, pointer, 1);
        return new ParsedRule(parsed, Map.copyOf(parser.references), List.copyOf(parser.errors));
    }

    /** The rule, or null when there is an error in it. */
    private Rule rule(JsonNode node, String at, int depth) {
        if (++parts > MAX_PARTS) {
            return parts == MAX_PARTS + 1 ? wrong(at, "a rule has at most " + MAX_PARTS + " parts") : null;
        }
        if (depth > MAX_DEPTH) {
            return wrong(at, "a rule is at most " + MAX_DEPTH + " levels deep");
        }
        if (!node.isObject()) {
            return wrong(at, "give an object with all, any, not, segment or field");
        }
        Set<String> names = node.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        if (names.contains("field") || names.contains("op")) {
            return condition(node, names, at);
        }
        if (names.size() != 1) {
            return wrong(at, "give exactly one of all, any, not, segment or field");
        }
        String name = names.iterator().next();
        JsonNode value = node.get(name);
        return switch (name) {
            case "all" -> all(value, at + "/all", depth);
            case "any" -> any(value, at + "/any", depth);
            case "not" -> not(value, at + "/not", depth);
            case "segment" -> segment(value, at + "/segment");
            default -> wrong(at + "/" + escape(name), "unknown; give one of all, any, not, segment or field");
        };
    }

    private Rule all(JsonNode value, String at, int depth) {
        List<Rule> rules = rules(value, at, depth);
        return rules == null ? null : new Rule.All(rules);
    }

    private Rule any(JsonNode value, String at, int depth) {
        List<Rule> rules = rules(value, at, depth);
        if (rules != null && rules.isEmpty()) {
            return wrong(at, "give at least one rule");
        }
        return rules == null ? null : new Rule.Any(rules);
    }

    private List<Rule> rules(JsonNode value, String at, int depth) {
        if (!value.isArray()) {
            wrong(at, "give a list of rules");
            return null;
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            rules.add(rule(value.get(i), at + "/" + i, depth + 1));
        }
        return rules.contains(null) ? null : List.copyOf(rules);
    }

    private Rule not(JsonNode value, String at, int depth) {
        Rule rule = rule(value, at, depth + 1);
        return rule == null ? null : new Rule.Not(rule);
    }

    private Rule segment(JsonNode value, String at) {
        try {
            UUID id = UUID.fromString(value.asText());
            references.putIfAbsent(id, at);
            return new Rule.InSegment(id);
        } catch (IllegalArgumentException e) {
            return wrong(at, "give the id of a segment");
        }
    }

    private Rule condition(JsonNode node, Set<String> names, String at) {
        names.stream()
                .filter(name -> !Set.of("field", "op", "value").contains(name))
                .forEach(name -> wrong(at + "/" + escape(name), "unknown; a condition has field, op and value"));
        FieldType type = fields.get(node.path("field").asText());
        if (node.path("field").getNodeType() != JsonNodeType.STRING || type == null) {
            wrong(at + "/field", "no profile has this field; see GET /profiles/fields");
        }
        Operator operator = Operator.of(node.path("op").asText()).orElse(null);
        if (operator == null) {
            wrong(
                    at + "/op",
                    "give one of "
                            + Arrays.stream(Operator.values())
                                    .map(Operator::label)
                                    .collect(Collectors.joining(", ")));
        }
        if (type == null || operator == null) {
            return null;
        }
        if (!operator.types().contains(type)) {
            return wrong(at + "/op", operator.label() + " does not go with a field of type " + type.label());
        }
        List<Object> operands = new OperandParser(type, (pointer, detail) -> wrong(pointer, detail))
                .parse(operator, node.get("value"), at);
        return operands == null ? null : new Rule.Condition(node.get("field").asText(), type, operator, operands);
    }

    private Rule wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return null;
    }

    /** A name as part of a JSON pointer (RFC 6901 §3), cut so that an answer stays short. */
    private static String escape(String name) {
        String part = name.length() <= 100 ? name : name.substring(0, 100);
        return part.replace("~", "~0").replace("/", "~1");
    }
}
