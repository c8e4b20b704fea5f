package insights.destination.internal;

import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import insights.destination.connection.AutopilotAnswers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What export-service shows of connections in its list. */
@QuarkusTest
class InternalConnectionListResourceTest {

    private static final String PATH = "/internal/connections?id=";

    @BeforeEach
    void acceptKeys() {
        AutopilotAnswers.acceptAllKeys();
    }

    @Test
    void findsThoseThatThereAre() {
        String one = connected(connection());
        String other = connected(connection());
        as("export-service")
                .get(PATH + one + "&id=" + UUID.randomUUID() + "&id=" + other + "&id=" + one)
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(one, other))
                .body("items[0].status", equalTo("CONNECTED"))
                .body("items[0].type", equalTo("AUTOPILOT"));
    }

    @Test
    void wantsToKnowWhich() {
        as("export-service").get("/internal/connections").then().statusCode(422);
        as("export-service").get(PATH + "x").then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "contributor", "viewer", "platform", "segment-service"})
    void isForExportServiceOnly(String role) {
        as(role).get(PATH + UUID.randomUUID()).then().statusCode(403);
    }
}
