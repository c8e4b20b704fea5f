package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.export.testing.OrttoSandbox;
import insights.export.testing.Sandbox;
import insights.export.testing.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An account at Ortto. */
final class ModelOrtto extends ModelAccount {

    private final OrttoSandbox ortto;
    private String foreignTag = "none";
    private String suppressed = "none";

    ModelOrtto(Random random, World world) {
        this(random, world, new OrttoSandbox());
    }

    private ModelOrtto(Random random, World world, OrttoSandbox ortto) {
        super(random, world, ortto.account(), ortto.connect(10_000));
        this.ortto = ortto;
        // Where sources disagree, of what a client can meet.
        begin(
                Map.of(),
                List.of(
                        "unknownPersonIdCreates",
                        "duplicateFieldConflicts",
                        "ownPrefixes",
                        "plainRateLimit",
                        "overPlanInline"));
    }

    @Override
    void isSomebodyElsesToo() {
        foreignTag = random.nextBoolean() ? "alpha" : "Theirs";
        foreign.addAll(Set.of(STRANGER, world.anyAddress()));
        foreign.forEach(email -> ortto.asSomebodyElse(
                "/person/merge",
                Map.of(
                        "people",
                        List.of(Map.of(
                                "fields",
                                Map.of("str::email", email, "bol::p", false),
                                "tags",
                                List.of(foreignTag))))));
        suppressed = world.anyAddress();
        ortto.suppress(suppressed);
    }

    @Override
    String anyMode() {
        return "TAG";
    }

    @Override
    List<Map<String, String>> dataMatching(boolean named) {
        Map<String, String> email = Map.of("target", "str::email", "field", "email");
        return named
                ? List.of(
                        email,
                        Map.of("target", "str::first", "field", "first_name"),
                        Map.of("target", "+decimal:Points", "field", "points"))
                : List.of(email);
    }

    @Override
    Map<String, Object> ownFault() {
        return random.nextInt(4) == 0
                ? Map.of("effect", "STATUS", "status", 429, "retryAfterSeconds", 1, "next", 1)
                : Map.of("effect", "STATUS", "status", 500, "path", "/person/merge", "applied", true, "next", 1);
    }

    @Override
    Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>();
        ortto.people()
                .forEach((email, person) -> addresses.put((String) person.get("id"), email.toLowerCase(Locale.ROOT)));
        return addresses;
    }

    @Override
    List<String> named(Sandbox.Request request, Map<String, String> addresses) {
        List<String> named = new ArrayList<>();
        for (JsonNode person : people(request)) {
            if (person.has("tags")) {
                named.add(address(person, addresses));
            }
        }
        return named;
    }

    @Override
    Set<String> about(Sandbox.Request request, Map<String, String> addresses) {
        Set<String> about = new HashSet<>();
        for (JsonNode person : people(request)) {
            about.add(address(person, addresses));
        }
        return about;
    }

    private static String address(JsonNode person, Map<String, String> addresses) {
        String id = person.path("fields").path("str::person_id").asText("");
        String email = person.path("fields").path("str::email").asText("");
        return email.isEmpty() ? addresses.getOrDefault(id, id) : email.toLowerCase(Locale.ROOT);
    }

    private static JsonNode people(Sandbox.Request request) {
        return (request.path().endsWith("/person/merge")
                        ? request.json()
                        : request.json().path("none"))
                .path("people");
    }

    @Override
    Map<String, Set<String>> audiences(String mode) {
        Map<String, Set<String>> audiences = new TreeMap<>();
        ortto.people().forEach((email, person) -> ((List<?>) person.get("tags")).forEach(tag -> audiences
                .computeIfAbsent((String) tag, name -> new TreeSet<>())
                .add(email.toLowerCase(Locale.ROOT))));
        return audiences;
    }

    @Override
    void holds(List<ModelExport> exports) {
        Map<String, Set<String>> tags = audiences("TAG");
        Set<String> theirs = tags.remove(foreignTag);
        assertThat(theirs == null ? Set.of() : theirs).as("theirs").isEqualTo(foreign);
        Map<String, Set<String>> expected = new TreeMap<>();
        for (ModelExport export : exports) {
            export.audiences(world.desired(export.segments())).forEach((segment, emails) -> emails.stream()
                    .filter(email -> !email.equals(suppressed) || foreign.contains(email))
                    .forEach(email -> expected.computeIfAbsent(export.flag(segment), name -> new TreeSet<>())
                            .add(email)));
        }
        forgiveForgotten(tags, expected);
        assertThat(tags).as("tags").isEqualTo(expected);
        Map<String, Object> fields = new TreeMap<>();
        ortto.people().forEach((email, person) -> fields.put(email.toLowerCase(Locale.ROOT), person.get("fields")));
        knowsNobodyElse(fields.keySet());
        foreign.forEach(email -> assertThat(((Map<?, ?>) fields.get(email)).get("bol::p"))
                .as("whether %s wants mail", email)
                .isEqualTo(false));
    }
}
