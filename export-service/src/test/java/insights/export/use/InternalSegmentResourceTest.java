package insights.export.use;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** segment-service, and nobody else, hears which exports send a segment. */
@QuarkusTest
class InternalSegmentResourceTest {

    private final Neighbours neighbours = Neighbours.get();

    @Test
    void namesTheExportsOfASegment() {
        UUID sent = neighbours.segment("Sent");
        UUID unsent = neighbours.segment("Unsent");
        String export = Api.create(neighbours.connection(new Sandbox(), 1_000), sent);
        Api.as("segment-service").get(path(sent)).then().statusCode(200).body("items.id", contains(export));
        Api.as("segment-service").get(path(unsent)).then().statusCode(200).body("items", empty());
        Api.as("admin").get(path(sent)).then().statusCode(403);
        Api.as("destination-service").get(path(sent)).then().statusCode(403);
    }

    @Test
    void countsTheExportsOfEverySegmentThatIsSent() {
        UUID sent = neighbours.segment("Counted");
        UUID unsent = neighbours.segment("Not counted");
        UUID connection = neighbours.connection(new Sandbox(), 1_000);
        Api.create(connection, sent);
        Api.create(connection, sent);
        String path = "/internal/segments/export-counts";
        Api.as("segment-service")
                .get(path)
                .then()
                .statusCode(200)
                .body("items.findAll { it.segmentId == '" + sent + "' }.exportCount", contains(2))
                .body("items.findAll { it.segmentId == '" + unsent + "' }", empty());
        for (String role : new String[] {"admin", "contributor", "destination-service"}) {
            Api.as(role).get(path).then().statusCode(403);
        }
    }

    @Test
    void tellsWhereTheExportsOfSegmentsSendThem() {
        UUID sent = neighbours.segment("Sent there");
        UUID alsoSent = neighbours.segment("Sent there too");
        UUID unsent = neighbours.segment("Sent nowhere");
        UUID shared = neighbours.connection(new Sandbox(), 1_000);
        UUID kept = neighbours.connection(new Sandbox(), 1_000);
        String one = Api.create(shared, sent);
        String other = Api.create(kept, sent, alsoSent);
        neighbours.change(kept, "sharedWithContributors", false);
        String body = "{\"segmentIds\":[\"%s\",\"%s\"]}";
        Api.as("segment-service")
                .contentType("application/json")
                .body(body.formatted(sent, unsent))
                .post("/internal/segments/exports")
                .then()
                .statusCode(200)
                .body("items.id", containsInAnyOrder(one, other))
                .body("items.find { it.id == '" + one + "' }.connection.sharedWithContributors", equalTo(true))
                .body("items.find { it.id == '" + other + "' }.connection.sharedWithContributors", equalTo(false))
                .body("items.find { it.id == '" + other + "' }.connection.displayName", equalTo("Autopilot"))
                .body("items.find { it.id == '" + other + "' }.segmentIds", contains(sent.toString()));
        for (String role : new String[] {"admin", "contributor", "destination-service"}) {
            Api.as(role)
                    .contentType("application/json")
                    .body(body.formatted(sent, unsent))
                    .post("/internal/segments/exports")
                    .then()
                    .statusCode(403);
        }
    }

    private static String path(UUID segment) {
        return "/internal/segments/" + segment + "/exports";
    }
}
