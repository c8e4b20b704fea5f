package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import insights.export.testing.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** An account at Autopilot. */
final class ModelAutopilot extends ModelAccount {

    private String foreignList = "none";
    private boolean ownListIsTheirs;

    ModelAutopilot(Random random, World world) {
        this(random, world, new Sandbox());
    }

    private ModelAutopilot(Random random, World world, Sandbox sandbox) {
        super(random, world, sandbox, Neighbours.get().connection(sandbox, 10_000));
        begin(
                Map.of("namesOverwritten", true),
                List.of(
                        "badEmailRefusesBatch",
                        "emailMapAsSent",
                        "deleteAnswers200",
                        "sameListNameAllowed",
                        "listInBulk",
                        "listInBulkSometimes",
                        "errorAsCode"));
    }

    @Override
    void isSomebodyElsesToo() {
        ownListIsTheirs = random.nextBoolean();
        foreignList = sandbox.asSomebodyElse("POST", "/list", Map.of("name", ownListIsTheirs ? "Alpha" : "Theirs"))
                .getString("list_id");
        foreign.addAll(Set.of(STRANGER, world.anyAddress()));
        foreign.forEach(email -> sandbox.asSomebodyElse(
                "POST",
                "/contact",
                Map.of("contact", Map.of("Email", email, "Company", "Theirs", "_autopilot_list", foreignList))));
    }

    @Override
    String anyMode() {
        return random.nextBoolean() ? "FIELD" : "LIST";
    }

    @Override
    List<Map<String, String>> dataMatching(boolean named) {
        Map<String, String> email = Map.of("target", "Email", "field", "email");
        return named
                ? List.of(
                        email,
                        Map.of("target", "FirstName", "field", "first_name"),
                        Map.of("target", "integer--Points", "field", "points"))
                : List.of(email);
    }

    @Override
    Map<String, Object> ownFault() {
        return Map.of("effect", "STATUS", "status", 400, "path", "/list/{list}/contact/{contact}", "next", 2);
    }

    /** Somebody deletes a contact there. It is noticed when there is something to do about the person. @return whom; empty: nobody */
    String loseContact() {
        String email = world.anyAddress();
        if (sandbox.contacts().keySet().stream().noneMatch(email::equalsIgnoreCase)) {
            return "";
        }
        sandbox.deleteAsSomebodyElse("/contact/" + email);
        foreign.remove(email);
        world.rename(email);
        return " lose " + email;
    }

    @Override
    Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>();
        sandbox.contactIds().forEach((address, id) -> addresses.put(id, address));
        return addresses;
    }

    @Override
    List<String> named(Sandbox.Request request, Map<String, String> addresses) {
        return request.named(addresses);
    }

    @Override
    Set<String> about(Sandbox.Request request, Map<String, String> addresses) {
        Set<String> about = new HashSet<>();
        int contact = request.path().indexOf("/contact/");
        if (contact >= 0) {
            String id = request.path().substring(contact + "/contact/".length());
            about.add(addresses.getOrDefault(id, id.toLowerCase(Locale.ROOT)));
        }
        if (!request.method().equals("GET")) {
            for (JsonNode email : request.json().findValues("Email")) {
                about.add(email.asText().toLowerCase(Locale.ROOT));
            }
        }
        return about;
    }

    @Override
    Map<String, Set<String>> audiences(String mode) {
        Map<String, Set<String>> audiences = new TreeMap<>();
        sandbox.contacts().forEach((address, contact) -> {
            String email = address.toLowerCase(Locale.ROOT);
            if (mode.equals("LIST") && contact.get("lists") instanceof List<?> on) {
                on.forEach(list -> add(audiences, (String) list, email));
            }
            if (mode.equals("FIELD") && contact.get("custom_fields") instanceof List<?> custom) {
                custom.stream()
                        .map(Map.class::cast)
                        .filter(field -> Boolean.TRUE.equals(field.get("value")))
                        .forEach(field -> add(audiences, (String) field.get("kind"), email));
            }
        });
        return audiences;
    }

    private static void add(Map<String, Set<String>> audiences, String name, String email) {
        audiences.computeIfAbsent(name, none -> new TreeSet<>()).add(email);
    }

    @Override
    void holds(List<ModelExport> exports) {
        Map<String, Map<String, Object>> contacts = new TreeMap<>();
        sandbox.contacts().forEach((email, contact) -> contacts.put(email.toLowerCase(Locale.ROOT), contact));
        Map<String, Set<String>> lists = audiences("LIST");
        Map<String, Set<String>> fields = audiences("FIELD");
        Map<String, Set<String>> expectedLists = new TreeMap<>();
        Map<String, Set<String>> expectedFields = new TreeMap<>();
        foreign.forEach(email -> add(expectedLists, foreignList, email));
        for (ModelExport export : exports) {
            Map<String, List<World.Person>> desired = world.desired(export.segments());
            assertThat(contacts.keySet()).containsAll(desired.keySet());
            if (isOneExports(exports) && export.isNamed()) {
                desired.forEach((email, people) -> assertThat(people)
                        .extracting(World.Person::name)
                        .contains((String) contacts.get(email).get("FirstName")));
            }
            boolean byField = export.mode().equals("FIELD");
            export.audiences(desired)
                    .forEach((segment, emails) -> emails.forEach(
                            email -> add(byField ? expectedFields : expectedLists, audience(export, segment), email)));
        }
        forgiveTheirs(lists, expectedLists, exports);
        forgiveForgotten(lists, expectedLists);
        forgiveForgotten(fields, expectedFields);
        assertThat(lists).as("lists").isEqualTo(expectedLists);
        assertThat(fields).as("fields").isEqualTo(expectedFields);
        foreign.forEach(email -> assertThat(contacts.get(email)).containsEntry("Company", "Theirs"));
        knowsNobodyElse(contacts.keySet());
    }

    /** After a request without an answer nobody knows whether it was this one that put somebody on a list who is there (decision 3). */
    private void forgiveTheirs(
            Map<String, Set<String>> lists, Map<String, Set<String>> expected, List<ModelExport> exports) {
        if (unanswered && ownListIsTheirs && expected.containsKey(foreignList)) {
            Set<String> on = lists.getOrDefault(foreignList, Set.of());
            UUID alpha = world.segments.get(0);
            expected.get(foreignList)
                    .removeIf(email -> foreign.contains(email)
                            && !on.contains(email)
                            && exports.stream()
                                    .noneMatch(export -> export.mode().equals("LIST")
                                            && export.audiences(world.desired(export.segments()))
                                                    .getOrDefault(alpha, Set.of())
                                                    .contains(email)));
            expected.values().removeIf(Set::isEmpty);
        }
    }

    /** The list's id, or the field's name as Autopilot shows it. */
    private static String audience(ModelExport export, UUID segment) {
        return export.mode().equals("FIELD")
                ? export.flag(segment).substring("boolean--".length()).replace("--", " ")
                : export.list(segment);
    }
}
