package insights.export.definition;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** destination-service, and nobody else, hears how many exports use each connection. */
@QuarkusTest
class InternalExportCountResourceTest {

    private static final String PATH = "/internal/connections/export-counts";

    private final Neighbours neighbours = Neighbours.get();

    @Test
    void countsTheExportsOfEveryConnectionThatHasSome() {
        UUID segment = neighbours.segment("Counted");
        UUID used = neighbours.connection(new Sandbox(), 1_000);
        UUID unused = neighbours.connection(new Sandbox(), 1_000);
        Api.create(used, segment);
        String detached = Api.create(used, segment);
        counts(used, contains(2));
        Api.as("admin")
                .header("If-Match", "*")
                .delete("/exports/" + detached + "/connection")
                .then()
                .statusCode(200);
        counts(used, contains(1));
        counts(unused, empty());
    }

    private static void counts(UUID connection, Matcher<?> expected) {
        Api.as("destination-service")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.findAll { it.connectionId == '" + connection + "' }.exports", expected);
    }

    @Test
    void tellsNobodyElse() {
        for (String role : new String[] {"admin", "contributor", "segment-service", "platform"}) {
            Api.as(role).get(PATH).then().statusCode(403);
        }
    }
}
