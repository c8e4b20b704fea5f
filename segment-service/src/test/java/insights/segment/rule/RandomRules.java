package insights.segment.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.common.text.CleanText;
import insights.segment.field.FieldType;
import insights.segment.field.IsoTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rules and profiles at random, of names and values that somebody chose who wishes us ill. */
final class RandomRules {

    /** Few, so that values are often equal. */
    private static final List<String> TEXTS = List.of(
            "a",
            "A",
            "aa",
            "ba",
            "'",
            "''",
            "' or 1=1 --",
            "\"",
            "\\",
            "\\'",
            "%",
            "_",
            "a%",
            "?",
            "$1",
            "{}",
            "null",
            "\n",
            "é",
            "e\u0301",
            "ß",
            "😀",
            "\u202E",
            "0",
            "true",
            "'; drop table profile; --",
            "x' || pg_sleep(9) || '");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Random random;
    private final Instant now;
    private final Map<String, FieldType> fields = new HashMap<>();
    private final List<String> names;

    RandomRules(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
        List<String> hostile = List.of(
                "plain",
                "with space",
                "quote'",
                "double\"",
                "back\\slash",
                "question?",
                "dollar$1",
                "); drop table profile; --",
                "'||(select 1)||'",
                "per%cent",
                "brace{0}",
                "emoji😀",
                "null",
                "field",
                "a.b",
                "a/b~c",
                "-1",
                "0",
                "ÄÖ");
        for (int i = 0; i < hostile.size(); i++) {
            fields.put(hostile.get(i), FieldType.values()[i % FieldType.values().length]);
        }
        names = hostile;
    }

    Map<String, FieldType> fields() {
        return fields;
    }

    /** About a third of the attributes are missing. */
    Map<String, Object> profile() {
        Map<String, Object> profile = new HashMap<>();
        fields.forEach((name, type) -> {
            if (random.nextInt(3) > 0) {
                profile.put(name, value(type));
            }
        });
        return profile;
    }

    ObjectNode rule(int depth) {
        ObjectNode rule = JSON.objectNode();
        switch (depth == 0 ? 3 : random.nextInt(6)) {
            case 0 -> rule.set("all", rules(depth, 1 + random.nextInt(3)));
            case 1 -> rule.set("any", rules(depth, 1 + random.nextInt(3)));
            case 2 -> rule.set("not", rule(depth - 1));
            case 5 -> everybodyOrNobody(rule);
            default -> condition(rule);
        }
        return rule;
    }

    private void everybodyOrNobody(ObjectNode rule) {
        ObjectNode everybody = random.nextBoolean() ? rule : rule.putObject("not");
        everybody.put("everybody", true);
    }

    private ArrayNode rules(int depth, int count) {
        ArrayNode rules = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            rules.add(rule(depth - 1));
        }
        return rules;
    }

    private void condition(ObjectNode rule) {
        String name = names.get(random.nextInt(names.size()));
        FieldType type = fields.get(name);
        List<Operator> operators = List.of(Operator.values()).stream()
                .filter(operator -> operator.types().contains(type))
                .toList();
        Operator operator = operators.get(random.nextInt(operators.size()));
        rule.put("field", name).put("op", operator.label());
        switch (operator.operands()) {
            case NONE -> {}
            case ONE -> rule.set("value", node(value(type)));
            case TWO -> rule.set("value", ordered(nodes(type, 2)));
            case LIST -> rule.set("value", nodes(type, 1 + random.nextInt(3)));
            case DAYS -> rule.put("value", random.nextInt(4));
        }
    }

    /** The smaller one first. */
    private static ArrayNode ordered(ArrayNode two) {
        boolean turned = two.get(0).isNumber()
                ? two.get(0).decimalValue().compareTo(two.get(1).decimalValue()) > 0
                : two.get(0).asText().compareTo(two.get(1).asText()) > 0;
        if (turned) {
            two.add(two.remove(0));
        }
        return two;
    }

    private ArrayNode nodes(FieldType type, int count) {
        ArrayNode nodes = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            nodes.add(node(value(type)));
        }
        return nodes;
    }

    static JsonNode node(Object value) {
        return switch (value) {
            case BigDecimal number -> JSON.numberNode(number);
            case Boolean bool -> JSON.booleanNode(bool);
            default -> JSON.textNode((String) value);
        };
    }

    private Object value(FieldType type) {
        return switch (type) {
            // Imports keep texts without what nobody sees at their edges, and composed.
            case STRING -> CleanText.of(TEXTS.get(random.nextInt(TEXTS.size())) + (random.nextBoolean() ? "b" : "a"));
            case NUMBER ->
                new BigDecimal(List.of("0", "-1", "1", "1.0", "1.5", "10", "9", "1E+3", "1000", "-0.001")
                        .get(random.nextInt(10)));
            case BOOLEAN -> random.nextBoolean();
            case DATE -> IsoTime.of(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(9) - 6));
            case DATETIME -> IsoTime.of(now.plus(Duration.ofHours(12L * (random.nextInt(17) - 12))));
        };
    }
}
