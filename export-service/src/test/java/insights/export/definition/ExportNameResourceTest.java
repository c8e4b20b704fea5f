package insights.export.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import insights.export.testing.Api;
import insights.export.testing.AtOnce;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No two exports have one name, however they come by it. */
@QuarkusTest
class ExportNameResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID segment = neighbours.segment("Customers");
    private final String name = "Spring " + UUID.randomUUID();

    @Test
    void isRefusedWhateverTheCaseToNewAndEditedAndCopiedExports() {
        create(name).statusCode(201);
        taken(create(name));
        taken(create("  " + name.toUpperCase(Locale.ROOT)));
        String other = Api.create(connection, segment);
        taken(Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("displayName", name))
                .patch("/exports/" + other)
                .then());
        taken(duplicate(other, Map.of("displayName", name)));
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of(
                        "displayName",
                        Api.get("/exports/" + other).getString("displayName").toUpperCase(Locale.ROOT)))
                .patch("/exports/" + other)
                .then()
                .statusCode(200);
    }

    @Test
    void isFreeAgainWhenTheExportIsGone() {
        String id = create(name).extract().path("id");
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + id)
                .then()
                .statusCode(204);
        create(name).statusCode(201);
    }

    @Test
    void isGivenToOneOfManyWhoWantItAtOnce() throws Exception {
        Map<String, Object> request = Api.request(connection, segment);
        request.put("displayName", name);
        HttpRequest create = AtOnce.post("contributor", "/exports", request);
        assertThat(AtOnce.send(Collections.nCopies(6, create)))
                .extracting(HttpResponse::statusCode)
                .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
    }

    @Test
    void isMadeForCopiesThatAreGivenNone() throws Exception {
        String id = create(name).extract().path("id");
        duplicate(id, Map.of()).statusCode(201).body("displayName", equalTo("Copy of " + name));
        Api.as("contributor")
                .post("/exports/" + id + "/duplicate")
                .then()
                .statusCode(201)
                .body("displayName", equalTo("Copy of " + name + " 2"));
        HttpRequest copy = AtOnce.post("contributor", "/exports/" + id + "/duplicate", Map.of());
        assertThat(AtOnce.send(Collections.nCopies(5, copy)))
                .extracting(HttpResponse::statusCode)
                .containsOnly(201);
    }

    @Test
    void isShortenedWhereTheCopyWouldHaveTooLongAOne() {
        String longest = name + "x".repeat(100 - name.length());
        String id = create(longest).statusCode(201).extract().path("id");
        String copy = duplicate(id, Map.of()).statusCode(201).extract().path("displayName");
        assertThat(copy).hasSize(100).startsWith("Copy of " + name);
        String another = duplicate(id, Map.of()).statusCode(201).extract().path("displayName");
        assertThat(another).hasSize(100).endsWith(" 2");
    }

    @Test
    void isTakenAsGivenForACopy() {
        String id = Api.create(connection, segment);
        duplicate(id, Map.of("displayName", " " + name)).statusCode(201).body("displayName", equalTo(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"x\"}", "[]", "{", "\"x\""})
    void isNotReadOutOfABodyThatIsNotUnderstood(String body) {
        Api.as("contributor")
                .body(body)
                .post("/exports/" + Api.create(connection, segment) + "/duplicate")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:insights:problem:unreadable-request"));
    }

    @Test
    void mustBeOne() {
        String id = Api.create(connection, segment);
        duplicate(id, Map.of("displayName", " ")).statusCode(422).body("errors.pointer", hasItem("/displayName"));
        duplicate(id, Map.of("displayName", "two\nlines")).statusCode(422);
    }

    private ValidatableResponse create(String displayName) {
        Map<String, Object> request = Api.request(connection, segment);
        request.put("displayName", displayName);
        return Api.as("contributor").body(request).post("/exports").then();
    }

    private static ValidatableResponse duplicate(String export, Map<String, Object> body) {
        return Api.as("contributor")
                .body(body)
                .post("/exports/" + export + "/duplicate")
                .then();
    }

    private static void taken(ValidatableResponse response) {
        response.statusCode(409)
                .body("type", equalTo("urn:insights:problem:name-taken"))
                .body("errors.pointer", hasItem("/displayName"));
    }
}
