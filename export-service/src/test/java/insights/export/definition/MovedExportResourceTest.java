package insights.export.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OrttoSandbox;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An export that moves from a destination of one kind to another. */
@QuarkusTest
class MovedExportResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final OrttoSandbox ortto = new OrttoSandbox();
    private final UUID before = neighbours.connection(autopilot, 1_000);
    private final UUID after = ortto.connect(1_000);
    private final UUID segment = neighbours.segment("Customers");
    private final String person = UUID.randomUUID().toString();
    private final List<String> exports = new ArrayList<>();

    @BeforeEach
    void aPerson() {
        neighbours.profile(
                person,
                Instant.EPOCH,
                Map.of("email", "ana@example.com", "first_name", "Ana", "points", 7, "phone", "+39 02 1234567"),
                segment);
    }

    @AfterEach
    void leaveAsFound() {
        neighbours.removeProfile(person);
        exports.forEach(export -> Api.as("admin").header("If-Match", "*").delete("/exports/" + export));
    }

    @Test
    void fieldsAreExchangedForThoseThatMeanTheSameAndListsForTags() {
        String export = created(List.of(
                line("Email", "email"),
                line("FirstName", "first_name"),
                line("Phone", "phone"),
                line("integer--Loyalty--Points", "points")));
        Api.run(export);

        attach(export, Map.of("connectionId", after))
                .statusCode(200)
                .body("audienceMode", equalTo("TAG"))
                .body(
                        "dataMatching.target",
                        contains("str::email", "str::first", "phn::phone", "+decimal:Loyalty Points"))
                .body("dataMatching.field", contains("email", "first_name", "phone", "points"));

        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(ortto.tagged("Customers")).containsExactly("ana@example.com");
        assertThat(ortto.field("ana@example.com", "str::first")).isEqualTo("Ana");
        assertThat(ortto.field("ana@example.com", "int:cm:loyalty-points")).isEqualTo(7_000);
        assertThat(autopilot.memberships().get("Customers")).containsExactly("ana@example.com");
    }

    @Test
    void whatHasNoCounterpartIsAskedAbout() {
        String export = created(List.of(
                line("Email", "email"),
                line("Company", "nickname"),
                line("FirstName", "first_name"),
                line("LinkedIn", "nickname")));
        attach(export, Map.of("connectionId", after))
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:invalid-data-matching"))
                .body("detail", containsString("Ortto"))
                .body("errors.pointer", everyItem(equalTo("/dataMatching")))
                .body("errors.detail", containsInAnyOrder(containsString("Company"), containsString("LinkedIn")));
        assertThat(Api.get("/exports/" + export).getString("connectionId")).isEqualTo(before.toString());

        attach(
                        export,
                        Map.of(
                                "connectionId",
                                after,
                                "dataMatching",
                                List.of(line("str::email", "email"), line("+text:Company", "nickname"))))
                .statusCode(200)
                .body("dataMatching.target", contains("str::email", "+text:Company"));
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(ortto.tagged("Customers")).containsExactly("ana@example.com");
    }

    @Test
    void whatIsSentIsCheckedLikeThatOfANewExport() {
        String export = created(List.of(line("Email", "email")));
        attach(export, Map.of("connectionId", after, "dataMatching", List.of(line("Email", "email"))))
                .statusCode(422)
                .body("errors.pointer", hasItem("/dataMatching/0/target"));
        attach(
                        export,
                        Map.of(
                                "connectionId",
                                after,
                                "dataMatching",
                                List.of(
                                        line("str::email", "email"),
                                        line("text:Plan", "nickname"),
                                        line("+text:plan", "phone"))))
                .statusCode(422)
                .body("errors.pointer", contains("/dataMatching/2/target"));
        attach(export, Map.of("connectionId", after, "audienceMode", "LIST"))
                .statusCode(422)
                .body("errors.pointer", contains("/audienceMode"));
    }

    @Test
    void itMovesBackAsWell() {
        Map<String, Object> request = new HashMap<>(Api.request(after, segment));
        request.put("dataMatching", List.of(line("str::email", "email"), line("geo::city", "nickname")));
        String export = create(request);
        attach(export, Map.of("connectionId", before))
                .statusCode(200)
                .body("audienceMode", equalTo("LIST"))
                .body("dataMatching.target", contains("Email", "MailingCity"));
    }

    /** Journeys go by the fields of then. */
    @Test
    void thereAndBackItFillsWhatItFilledBefore() {
        Map<String, Object> request = new HashMap<>(Api.request(before, segment));
        request.put("audienceMode", "FIELD");
        request.put(
                "dataMatching",
                List.of(
                        line("Email", "email"),
                        line("integer--Points", "points"),
                        line("boolean--vip", "loyal"),
                        line("FirstName", "first_name"),
                        line("date--born", "born")));
        String export = create(request);
        Api.run(export);
        attach(export, Map.of("connectionId", after))
                .statusCode(200)
                .body(
                        "dataMatching.target",
                        contains("str::email", "+decimal:Points", "+bool:Vip", "str::first", "+date:Born"));

        attach(export, Map.of("connectionId", before))
                .statusCode(200)
                .body("audienceMode", equalTo("FIELD"))
                .body(
                        "dataMatching.target",
                        contains("Email", "integer--Points", "boolean--vip", "FirstName", "date--born"));
        attach(export, Map.of("connectionId", after))
                .statusCode(200)
                .body("dataMatching.target[1]", equalTo("+decimal:Points"));
        attach(
                        export,
                        Map.of(
                                "connectionId",
                                after,
                                "dataMatching",
                                List.of(line("str::email", "email"), line("+decimal:Score", "points"))))
                .statusCode(200);
        attach(export, Map.of("connectionId", before))
                .statusCode(200)
                .body("dataMatching.target", contains("Email", "float--Score"));
    }

    /** Ortto has one field of a name, and says which. */
    @Test
    void aFieldOfTheAccountIsFilledAndNoneOfAnotherTypeIsAskedFor() {
        account("text:Points", "large_text:Note", "bool:Nickname", "text:Code");
        String export = created(List.of(
                line("Email", "email"),
                line("integer--Points", "points"),
                line("string--note", "first_name"),
                line("string--Nickname", "nickname"),
                line("string--Code", "points")));
        attach(export, Map.of("connectionId", after))
                .statusCode(422)
                .body("errors.detail", contains(containsString("integer--Points"), containsString("string--Nickname")));

        account("integer:Points", "large_text:Note", "text:Code");
        attach(export, Map.of("connectionId", after))
                .statusCode(200)
                .body(
                        "dataMatching.target",
                        contains("str::email", "integer:Points", "large_text:Note", "+text:Nickname", "text:Code"));
    }

    /** Has these fields of its own. */
    private void account(String... targets) {
        neighbours.change(
                after,
                "customFields",
                Stream.of(targets)
                        .map(target -> Map.of("target", target, "custom", true))
                        .toList());
    }

    private String created(List<Map<String, String>> lines) {
        Map<String, Object> request = new HashMap<>(Api.request(before, segment));
        request.put("dataMatching", lines);
        return create(request);
    }

    private String create(Map<String, Object> request) {
        String export = Api.create(request);
        exports.add(export);
        return export;
    }

    private static Map<String, String> line(String target, String field) {
        return Map.of("target", target, "field", field);
    }

    private static ValidatableResponse attach(String export, Map<String, Object> attachment) {
        return Api.as("contributor")
                .header("If-Match", "*")
                .body(attachment)
                .put("/exports/" + export + "/connection")
                .then();
    }
}
