package insights.export.suggestion;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuggestionResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);

    @Test
    void suggestsAMatchingThatCanBeSaved() {
        JsonPath suggestion = suggest("contributor", connection)
                .statusCode(200)
                .body("dataMatching.target", contains("Email", "FirstName", "Phone"))
                .body("dataMatching.field", contains("email", "first_name", "phone"))
                .body("optOutField", equalTo("opted_out"))
                .body("custom.target", hasItem("float--Points"))
                .extract()
                .jsonPath();
        Map<String, Object> request = Api.request(connection, neighbours.segment("Customers"));
        request.put("dataMatching", suggestion.getList("dataMatching"));
        request.put("optOutField", suggestion.getString("optOutField"));
        Api.create(request);
    }

    @Test
    void isForWhoeverMayUseTheConnection() {
        suggest("viewer", connection).statusCode(403);
        suggest("contributor", UUID.randomUUID())
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unknown-connection"));
        neighbours.change(connection, "sharedWithContributors", false);
        suggest("contributor", connection).statusCode(422);
        suggest("admin", connection).statusCode(200);
        Api.as("contributor")
                .body(Map.of())
                .post("/exports/matching-suggestion")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/connectionId"));
    }

    private static ValidatableResponse suggest(String role, UUID connection) {
        return Api.as(role)
                .body(Map.of("connectionId", connection))
                .post("/exports/matching-suggestion")
                .then();
    }
}
