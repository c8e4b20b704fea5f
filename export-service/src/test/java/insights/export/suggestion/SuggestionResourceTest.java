package insights.export.suggestion;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuggestionResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);

    @Test
    void suggestsAMatchingThatCanBeSaved() {
        Json suggestion = Json.from(suggest("contributor", connection)
                .statusCode(200)
                .body("dataMatching.target", contains("Email", "FirstName", "Phone"))
                .body("dataMatching.field", contains("email", "first_name", "phone"))
                .body("optOutField", equalTo("opted_out"))
                .body("custom.target", hasItem("float--Points"))
                .extract()
                .asString());
        Map<String, Object> request = Api.request(connection, neighbours.segment("Customers"));
        request.put("dataMatching", suggestion.getList("dataMatching"));
        request.put("optOutField", suggestion.getString("optOutField"));
        Api.create(request);
    }

    @Test
    void usesTheFieldsThatTheAccountHas() {
        has("integer--Points", "date--Born");
        suggest("contributor", connection)
                .statusCode(200)
                .body("custom.target", hasItems("integer--Points", "date--Born", "boolean--Loyal"))
                .body("custom.target", not(hasItem("float--Points")));
    }

    @Test
    void suggestsWithoutThemWhenNobodySaysWhatIsThere() {
        suggest("contributor", connection).statusCode(200).body("custom.target", hasItem("float--Points"));
        has("string--Points");
        suggest("contributor", connection).body("custom.target", hasItem("string--Points"));
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

    private void has(String... custom) {
        neighbours.change(
                connection,
                "customFields",
                Stream.concat(
                                Stream.of(Map.of("target", "Email", "custom", false)),
                                Arrays.stream(custom).map(target -> Map.of("target", target, "custom", true)))
                        .toList());
    }

    private static ValidatableResponse suggest(String role, UUID connection) {
        return Api.as(role)
                .body(Map.of("connectionId", connection))
                .post("/exports/matching-suggestion")
                .then();
    }
}
