package insights.export.definition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

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
                .body("items.findAll { it.segmentId == '" + sent + "' }.exports", contains(2))
                .body("items.findAll { it.segmentId == '" + unsent + "' }", empty());
        for (String role : new String[] {"admin", "contributor", "destination-service"}) {
            Api.as(role).get(path).then().statusCode(403);
        }
    }

    private static String path(UUID segment) {
        return "/internal/segments/" + segment + "/exports";
    }
}
