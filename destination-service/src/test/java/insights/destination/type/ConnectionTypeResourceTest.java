package insights.destination.type;

import static insights.destination.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import insights.destination.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectionTypeResourceTest {

    @Test
    void tellsWhatEachTypeNeeds() {
        as("admin")
                .get("/connection-types")
                .then()
                .statusCode(200)
                .body("items.type", contains("AUTOPILOT", "ORTTO"))
                .body("items[0].name", equalTo("Autopilot"))
                .body("items[0].documentation", startsWith("https://"))
                .body("items[0].defaultEndpoint", equalTo(Neighbours.endpoint("v1")))
                .body("items[0].regions.endpoint", hasItem(Neighbours.endpoint("v1")))
                .body("items[0].apiKey.hint", containsString("16 to 256"))
                .body("items[0].defaultRateLimitPerSecond", equalTo(5))
                .body("items[0].maxProfiles", equalTo(100_000))
                .body("items[0].needs", contains("displayName", "apiKey", "consent", "exportUser"));
    }

    @Test
    void tellsInWhichRegionsAnAccountMayBe() {
        as("admin")
                .get("/connection-types")
                .then()
                .statusCode(200)
                .body("items[1].name", equalTo("Ortto"))
                .body("items[1].defaultEndpoint", equalTo(Neighbours.endpoint("ortto/v1")))
                .body("items[1].regions.name", hasItem("Europe"))
                .body("items[1].regions.name", not(hasItem("Australia")))
                .body("items[1].defaultRateLimitPerSecond", equalTo(10))
                .body("items[1].maxContactsPerRequest", equalTo(100))
                .body("items[1].apiKey.hint", containsString("Ortto"));
    }
}
