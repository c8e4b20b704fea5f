package insights.segment.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import insights.common.problem.FieldError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads a rule token by token, and keeps its limits meanwhile: what is beyond them is passed over, so that a body of many
 * megabytes takes no more memory than a rule that is allowed. What is wrong becomes part of what is read ({@link
 * RuleDefinition.Unreadable}), so that everything that is wrong with a rule can be told at once.
 */
@RegisterForReflection
public final class RuleReader extends StdDeserializer<RuleDefinition> {

    /** Levels of rules in rules. */
    public static final int MAX_DEPTH = 20;

    /** Rules in a rule, itself included. */
    public static final int MAX_PARTS = 500;

    /** Values of a list. */
    public static final int MAX_LIST = 1_000;

    private static final long serialVersionUID = 1;
    private static final String KINDS = "all, any, not, segment, everybody or field";

    public RuleReader() {
        super(RuleDefinition.class);
    }

    @Override
    public RuleDefinition deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return new Reading(parser).rule(1);
    }

    /** One rule being read. */
    private static final class Reading {

        private final JsonParser parser;
        private int parts;

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        /** From the token that the rule begins with to the one it ends with. */
        RuleDefinition rule(int depth) throws IOException {
            parts++;
            if (parts > MAX_PARTS) {
                return refused(parts == MAX_PARTS + 1 ? "a rule has at most " + MAX_PARTS + " parts" : null);
            }
            if (depth > MAX_DEPTH) {
                return refused("a rule is at most " + MAX_DEPTH + " levels deep");
            }
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return refused("give an object with " + KINDS);
            }
            RuleMembers members = new RuleMembers();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "all" -> members.kind(name, list(members, name, depth, RuleDefinition.All::new));
                    case "any" -> members.kind(name, list(members, name, depth, RuleDefinition.Any::new));
                    case "not" -> members.kind(name, new RuleDefinition.Not(rule(depth + 1)));
                    case "segment" -> members.kind(name, segment());
                    case "everybody" -> members.kind(name, everybody());
                    case "field" -> members.field(text());
                    case "op" -> members.op(text());
                    case "value" -> members.value(RuleValueReader.read(parser));
                    default -> {
                        parser.skipChildren();
                        members.unknown(name);
                    }
                }
            }
            return members.rule();
        }

        private RuleDefinition list(
                RuleMembers members,
                String name,
                int depth,
                java.util.function.Function<List<RuleDefinition>, RuleDefinition> kind)
                throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return unreadable("/" + name, "give a list of rules");
            }
            List<RuleDefinition> rules = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                RuleDefinition rule = rule(depth + 1);
                if (parts <= MAX_PARTS + 1) {
                    rules.add(rule);
                }
            }
            return rules.isEmpty()
                    ? unreadable(
                            "/" + name, "give at least one rule; whoever means everybody says {\"everybody\":true}")
                    : kind.apply(List.copyOf(rules));
        }

        private RuleDefinition segment() throws IOException {
            String text = text();
            try {
                return new RuleDefinition.InSegment(UUID.fromString(text == null ? "" : text));
            } catch (IllegalArgumentException e) {
                return unreadable("/segment", "give the id of a segment");
            }
        }

        private RuleDefinition everybody() throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_TRUE) {
                return new RuleDefinition.Everybody(true);
            }
            parser.skipChildren();
            return unreadable("/everybody", "say true; {\"not\":{\"everybody\":true}} is nobody");
        }

        /** Null when it is something else. */
        private String text() throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
            parser.skipChildren();
            return null;
        }

        private RuleDefinition refused(String detail) throws IOException {
            parser.skipChildren();
            return detail == null ? new RuleDefinition.Unreadable(List.of()) : unreadable("", detail);
        }
    }

    static RuleDefinition unreadable(String pointer, String detail) {
        return new RuleDefinition.Unreadable(List.of(new FieldError(pointer, detail)));
    }
}
