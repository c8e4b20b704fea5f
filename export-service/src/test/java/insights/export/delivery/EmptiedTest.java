package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was delivered and is empty now is emptied at Autopilot, when the export says so (B10). */
@QuarkusTest
class EmptiedTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 10_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();

    @AfterEach
    void leaveAsFound() {
        people.forEach(neighbours::removeProfile);
    }

    /** Cases Y04, Y06. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void emptiesWhatItDelivered(String mode) {
        person("ann", Map.of("first_name", "Ann", "phone", "+39 055 1", "loyal", true, "points", 3));
        person("bob", Map.of("first_name", "Bob", "phone", "+39 055 2", "loyal", false, "points", 0));
        String export = export(mode, true);
        Api.run(export);
        person("ann", Map.of("first_name", "Ann", "phone", "  "));
        person("bob", Map.of("first_name", "Bob", "phone", "+39 055 2", "loyal", false, "points", 0));

        Api.run(export);

        assertThat(contact("ann")).containsEntry("FirstName", "Ann").doesNotContainKeys("Phone", "Loyal", "Points");
        assertThat(contact("bob")).containsEntry("Phone", "+39 055 2").containsEntry("Loyal", false);
        assertThat(Api.run(export).getInt("totals.requests")).isZero();

        person("ann", Map.of("first_name", "Ann", "phone", "+39 055 3"));
        Api.run(export);
        assertThat(contact("ann")).containsEntry("Phone", "+39 055 3");
    }

    /** Of one batch each has its own values, and none of whoever comes before (Y05, Y06). */
    @Test
    void whoHasNothingGetsNothingOfOthers() {
        person("ann", Map.of("first_name", "Ann", "loyal", false, "points", 0));
        person("bob", Map.of("first_name", "Bob", "loyal", true, "points", 5, "phone", "+39 055 2"));
        person("cy", Map.of());

        Api.run(export("LIST", true));

        assertThat(autopilot.requests()).containsEntry("POST /contacts", 1);
        assertThat(contact("ann"))
                .containsEntry("Loyal", false)
                .containsEntry("Points", 0)
                .doesNotContainKey("Phone");
        assertThat(contact("bob")).containsEntry("Loyal", true).containsEntry("Points", 5);
        assertThat(contact("cy")).doesNotContainKeys("FirstName", "Phone", "Loyal", "Points");
    }

    @Test
    void leavesWhatOthersFilled() {
        autopilot.asSomebodyElse(
                "POST", "/contact", Map.of("contact", Map.of("Email", "ann@example.com", "Phone", "theirs")));
        person("ann", Map.of("first_name", "Ann"));
        String export = export("LIST", true);
        Api.run(export);
        person("ann", Map.of("first_name", "Anna"));
        Api.run(export);
        assertThat(contact("ann")).containsEntry("Phone", "theirs");
    }

    /** Case Y04. */
    @Test
    void leavesWhatItDeliveredUnlessTold() {
        person("ann", Map.of("first_name", "Ann", "phone", "+39 055 1"));
        String export = export("LIST", false);
        Api.run(export);
        person("ann", Map.of("first_name", "Ann"));
        Api.run(export);
        assertThat(contact("ann")).containsEntry("Phone", "+39 055 1");

        // Told later, it still knows what it delivered.
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("clearEmptied", true))
                .patch("/exports/" + export)
                .then()
                .statusCode(200);
        Api.run(export);
        assertThat(contact("ann")).doesNotContainKey("Phone");
        assertThat(Api.run(export).getInt("totals.requests")).isZero();
    }

    @Test
    void tellsWhichOtherExportFillsAFieldDifferently() {
        export("LIST", false);
        Map<String, Object> request = Api.request(connection, customers);
        request.put("displayName", "Second " + UUID.randomUUID());
        request.put(
                "dataMatching",
                List.of(
                        Map.of("target", "Email", "field", "email"),
                        Map.of("target", "FirstName", "field", "nickname"),
                        Map.of("target", "Phone", "field", "phone")));
        List<String> warnings = Api.as("contributor")
                .body(request)
                .post("/exports")
                .then()
                .statusCode(201)
                .extract()
                .path("warnings");
        assertThat(warnings).singleElement().satisfies(warning -> assertThat(warning)
                .contains("The export \"Newsletter ", "FirstName", "\"first_name\"", "\"nickname\""));
    }

    /** Who wrote one may refuse what is sent for the other (Y15). */
    @Test
    void tellsWhichOtherExportGivesAFieldAnotherType() {
        export("LIST", false);
        List<String> warnings = saved("string--points", "points");
        assertThat(warnings).singleElement().satisfies(warning -> assertThat(warning)
                .contains("The export \"Newsletter ", "fills integer--Points", "this one string--points", "one type"));
        assertThat(saved("integer--Points", "points")).isEmpty();
        assertThat(saved("string--Points--Text", "points")).isEmpty();
    }

    /** Saves another export that fills a field besides, and removes it again. */
    private List<String> saved(String target, String field) {
        Map<String, Object> request = Api.request(connection, customers);
        request.put(
                "dataMatching",
                List.of(Map.of("target", "Email", "field", "email"), Map.of("target", target, "field", field)));
        var answer = Api.as("contributor").body(request).post("/exports").then().statusCode(201);
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + answer.extract().<String>path("id"))
                .then()
                .statusCode(204);
        List<String> warnings = answer.extract().path("warnings");
        return warnings == null ? List.of() : warnings;
    }

    private void person(String name, Map<String, Object> values) {
        Map<String, Object> attributes = new HashMap<>(values);
        attributes.put("email", name + "@example.com");
        people.add(prefix + name);
        neighbours.profile(prefix + name, Instant.parse("2026-01-01T00:00:00Z"), attributes, customers);
    }

    private String export(String mode, boolean clearEmptied) {
        Map<String, Object> request = Api.request(connection, customers);
        request.put("audienceMode", mode);
        request.put("clearEmptied", clearEmptied);
        request.put(
                "dataMatching",
                List.of(
                        Map.of("target", "Email", "field", "email"),
                        Map.of("target", "FirstName", "field", "first_name"),
                        Map.of("target", "Phone", "field", "phone"),
                        Map.of("target", "boolean--Loyal", "field", "loyal"),
                        Map.of("target", "integer--Points", "field", "points")));
        return Api.create(request);
    }

    /** Standard fields by name, custom ones by theirs. */
    private Map<String, Object> contact(String name) {
        Map<String, Object> contact = new HashMap<>(autopilot.contacts().get(name + "@example.com"));
        if (contact.get("custom_fields") instanceof List<?> fields) {
            fields.stream()
                    .map(Map.class::cast)
                    .forEach(field -> contact.put((String) field.get("kind"), field.get("value")));
        }
        return contact;
    }
}
