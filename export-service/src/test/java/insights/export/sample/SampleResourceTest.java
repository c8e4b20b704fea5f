package insights.export.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One contact, as Autopilot would get it, shown before anything is sent (H3). */
@QuarkusTest
class SampleResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID segment = neighbours.segment("Best Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void showsAnAdministratorTheFirstContactThatCanBeSent() {
        people();
        String export = Api.create(connection, segment);
        Api.as("admin")
                .post("/exports/" + export + "/sample")
                .then()
                .statusCode(200)
                .body("profileId", equalTo(prefix + "b"))
                .body("masked", equalTo(false))
                .body("contact.Email", equalTo("Ana.Rossi@example.com"))
                .body("contact.FirstName", equalTo("Ana"))
                .body("contact.custom.integer--Points", equalTo(42))
                .body("segments.displayName", contains("Best Customers"))
                .body("looked", equalTo(2))
                .body("rejected", equalTo(Map.of("NO_EMAIL", 1)));
        assertThat(autopilot.requests()).isEmpty();
    }

    @Test
    void hidesThePersonFromContributorsAndLeavesHowTheValuesLook() {
        people();
        String export = Api.create(connection, segment);
        Response sample = Api.as("contributor").post("/exports/" + export + "/sample");
        sample.then()
                .statusCode(200)
                .body("masked", equalTo(true))
                .body("profileId", equalTo(prefix + "b"))
                .body("contact.Email", equalTo("•••.•••••@•••••••.•••"))
                .body("contact.FirstName", equalTo("•••"))
                .body("contact.custom.integer--Points", equalTo("••"))
                .body("segments[0].keySet()", containsInAnyOrder("id", "displayName", "status", "size"));
        assertThat(sample.asString()).doesNotContainIgnoringCase("ana").doesNotContainIgnoringCase("rossi");
        // Not of all of it: an id may have such digits.
        assertThat(sample.jsonPath().getMap("contact").toString()).doesNotContain("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void isWhatTheRunSends(String mode) {
        people();
        Map<String, Object> request = Api.request(connection, segment);
        request.put("audienceMode", mode);
        Map<String, Object> unsaved = new HashMap<>(request);
        unsaved.keySet().removeAll(List.of("displayName"));
        Map<String, Object> before =
                Api.as("admin").body(unsaved).post("/exports/sample").jsonPath().getMap("contact");
        String export = Api.create(request);
        assertThat(Api.as("admin")
                        .post("/exports/" + export + "/sample")
                        .jsonPath()
                        .getMap("contact"))
                .isEqualTo(before);
        Map<String, Object> custom = Api.as("admin")
                .post("/exports/" + export + "/sample")
                .jsonPath()
                .getMap("contact.custom");
        assertThat(custom.containsKey("boolean--Best--Customers")).isEqualTo(mode.equals("FIELD"));
        autopilot.configure(Map.of("logged", true));
        Api.run(export);
        assertThat(sent()).as("of two people").hasSize(2).containsOnlyOnce(before);
    }

    /** Of everybody with the address, in all their segments, by the one who speaks for it. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void isTheWholeContactOfAnAddressThatSeveralHave(String mode) {
        UUID other = neighbours.segment("Other Customers");
        neighbours.profile(
                prefix + "a", Instant.EPOCH, Map.of("email", "ana@example.com", "first_name", "Old"), segment);
        neighbours.profile(
                prefix + "c",
                Instant.EPOCH.plusSeconds(1),
                Map.of("email", "ANA@example.com", "first_name", "New"),
                other);
        neighbours.profile(prefix + "d", Instant.EPOCH, Map.of("email", "dora@example.com"), other);
        Map<String, Object> request = Api.request(connection, segment, other);
        request.put("audienceMode", mode);
        String export = Api.create(request);
        Json sample =
                Json.from(Api.as("admin").post("/exports/" + export + "/sample").asString());
        assertThat(sample.getString("profileId")).isEqualTo(prefix + "c");
        assertThat(sample.<Map<String, Object>>getList("segments"))
                .extracting(one -> one.get("displayName"))
                .containsExactlyInAnyOrder("Best Customers", "Other Customers");
        assertThat(sample.getInt("looked")).isEqualTo(2);
        assertThat(sample.getInt("rejected.DUPLICATE_EMAIL")).isEqualTo(1);
        autopilot.configure(Map.of("logged", true));

        Api.run(export);

        assertThat(sent()).hasSize(2).containsOnlyOnce(sample.<String, Object>getMap("contact"));
        assertThat(autopilot.memberships().values())
                .as("on both lists")
                .hasSize(mode.equals("LIST") ? 2 : 0)
                .allMatch(on -> on.stream().anyMatch("ana@example.com"::equalsIgnoreCase));
    }

    @Test
    void saysWhyARunWouldSendNobody() {
        String export = Api.create(connection, segment);
        neighbours.field("points", "string", null);
        try {
            Api.as("admin")
                    .post("/exports/" + export + "/sample")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:insights:problem:conflict"))
                    .body("detail", containsString("points is a string now"));
        } finally {
            neighbours.resetFields();
        }
    }

    @Test
    void saysWhyNobodyIsThere() {
        neighbours.profile(prefix + "a", Instant.EPOCH, Map.of(), segment);
        neighbours.profile(prefix + "b", Instant.EPOCH, Map.of("email", "no address"), segment);
        String export = Api.create(connection, segment);
        Api.as("admin")
                .post("/exports/" + export + "/sample")
                .then()
                .statusCode(200)
                .body("contact", nullValue())
                .body("looked", equalTo(2))
                .body("rejected", not(anEmptyMap()));
    }

    @Test
    void checksWhatIsNotSavedLikeAnExport() {
        Map<String, Object> request = Api.request(connection, segment);
        request.remove("displayName");
        request.put("dataMatching", List.of(Map.of("target", "Nickname", "field", "email")));
        Api.as("contributor")
                .body(request)
                .post("/exports/sample")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/dataMatching/0/target"));
        request = Api.request(connection, UUID.randomUUID());
        request.remove("displayName");
        Api.as("contributor")
                .body(request)
                .post("/exports/sample")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unknown-segment"))
                .body("errors.pointer", hasItem("/segmentIds/0"));
    }

    @Test
    void isForWhoeverMayEditTheExport() {
        String export = Api.create(connection, segment);
        Api.as("viewer").post("/exports/" + export + "/sample").then().statusCode(403);
        neighbours.change(connection, "sharedWithContributors", false);
        Api.as("contributor").post("/exports/" + export + "/sample").then().statusCode(403);
        Api.as("admin").post("/exports/" + export + "/sample").then().statusCode(200);
    }

    /** Whole contacts, as Autopilot got them. */
    private List<Map<String, Object>> sent() {
        return autopilot.log().stream()
                .filter(request -> request.path().endsWith("/contacts"))
                .flatMap(request -> Json.from(request.body()).<Map<String, Object>>getList("contacts").stream())
                .toList();
    }

    private void people() {
        neighbours.profile(prefix + "a", Instant.EPOCH, Map.of("first_name", "Nobody"), segment);
        neighbours.profile(
                prefix + "b",
                Instant.EPOCH,
                Map.of("email", "Ana.Rossi@example.com", "first_name", "Ana", "points", 42),
                segment);
        neighbours.profile(prefix + "c", Instant.EPOCH, Map.of("email", "c@example.com"), segment);
    }
}
