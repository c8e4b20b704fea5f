package insights.segment.rule;

import insights.common.problem.FieldError;
import insights.segment.field.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Checks a rule against the known fields. Everything that is wrong is found at once. */
public final class RuleParser {

    private final Map<String, FieldType> fields;
    private final List<FieldError> errors = new ArrayList<>();
    private final Map<UUID, String> references = new HashMap<>();
    private String misfit;

    private RuleParser(Map<String, FieldType> fields) {
        this.fields = fields;
    }

    /**
     * @param pointer JSON pointer of the rule within the request, to which the pointers of errors are added
     */
    public static ParsedRule parse(RuleDefinition rule, String pointer, Map<String, FieldType> fields) {
        RuleParser parser = new RuleParser(fields);
        Rule parsed = parser.rule(rule, pointer);
        return new ParsedRule(parsed, Map.copyOf(parser.references), List.copyOf(parser.errors), parser.misfit);
    }

    /** The rule, or null when there is an error in it. */
    private Rule rule(RuleDefinition written, String at) {
        return switch (written) {
            case RuleDefinition.All(List<RuleDefinition> parts) -> {
                List<Rule> rules = rules(parts, at + "/all");
                yield rules == null ? null : new Rule.All(rules);
            }
            case RuleDefinition.Any(List<RuleDefinition> parts) -> {
                List<Rule> rules = rules(parts, at + "/any");
                yield rules == null ? null : new Rule.Any(rules);
            }
            case RuleDefinition.Not(RuleDefinition part) -> {
                Rule rule = rule(part, at + "/not");
                yield rule == null ? null : new Rule.Not(rule);
            }
            case RuleDefinition.InSegment(UUID segment) -> {
                references.putIfAbsent(segment, at + "/segment");
                yield new Rule.InSegment(segment);
            }
            case RuleDefinition.Everybody unused -> new Rule.Everybody();
            case RuleDefinition.Condition condition -> condition(condition, at);
            case RuleDefinition.Unreadable(List<FieldError> wrong) -> {
                wrong.forEach(error -> wrong(at + error.pointer(), error.detail()));
                yield null;
            }
        };
    }

    private List<Rule> rules(List<RuleDefinition> parts, String at) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            rules.add(rule(parts.get(i), at + "/" + i));
        }
        return rules.contains(null) ? null : List.copyOf(rules);
    }

    private Rule condition(RuleDefinition.Condition condition, String at) {
        boolean wrongBefore = !errors.isEmpty();
        Rule rule = compared(condition, at);
        if (!wrongBefore && !errors.isEmpty()) {
            misfit = condition.field();
        }
        return rule;
    }

    private Rule compared(RuleDefinition.Condition condition, String at) {
        FieldType type = fields.get(condition.field());
        if (type == null) {
            return wrong(at + "/field", "no profile has this field; see GET /profiles/fields");
        }
        Operator operator = condition.op();
        if (!operator.types().contains(type)) {
            return wrong(at + "/op", operator.label() + " does not go with a field of type " + type.label());
        }
        List<Object> operands = new OperandParser(type, (pointer, detail) -> wrong(pointer, detail))
                .parse(operator, condition.value(), at);
        return operands == null ? null : new Rule.Condition(condition.field(), type, operator, operands);
    }

    private Rule wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
        return null;
    }
}
