package insights.export.size;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How big exports are, shown while somebody chooses (F4). The limit is 2,000 in tests. */
@QuarkusTest
class SizeResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID fans = neighbours.segment("Fans");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void countsEveryProfileOnceHoweverManySegmentsItIsIn() {
        people("both", 3, customers, fans);
        people("fan", 2, fans);
        size(null, null, customers, fans)
                .statusCode(200)
                .body("profiles", equalTo(5))
                .body("connectionProfiles", nullValue())
                .body("maxProfiles", equalTo(2000))
                .body("tooMany", equalTo(false))
                .body("segments.displayName", equalTo(List.of("Customers", "Fans")))
                .body("segments.size", equalTo(List.of(3, 5)));
    }

    @Test
    void countsWhatTheOtherExportsOfTheConnectionHave() {
        people("c", 3, customers);
        people("f", 2, fans);
        neighbours.change(connection, "maxContacts", 4000);
        String export = Api.create(connection, customers);
        size(connection, null, fans)
                .body("profiles", equalTo(2))
                .body("connectionProfiles", equalTo(5))
                .body("maxContacts", equalTo(4000))
                .body("overContract", equalTo(false));
        neighbours.change(connection, "maxContacts", 4);
        size(connection, null, fans).body("overContract", equalTo(true)).body("tooMany", equalTo(false));
        size(connection, export, fans).body("overContract", equalTo(false));
        size(connection, export, fans).body("connectionProfiles", equalTo(2));
        Api.as("viewer")
                .get("/exports/" + export + "/size")
                .then()
                .statusCode(200)
                .body("profiles", equalTo(3))
                .body("connectionProfiles", equalTo(3));
    }

    @Test
    void saysWhenItIsTooMuchBeforeAnybodySavesIt() {
        people("c", 1500, customers);
        people("f", 501, fans);
        Api.create(connection, customers);
        size(connection, null, fans)
                .body("profiles", equalTo(501))
                .body("connectionProfiles", equalTo(2001))
                .body("tooMany", equalTo(true));
        Api.as("contributor")
                .body(Api.request(connection, fans))
                .post("/exports")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:too-many-profiles"));
    }

    @Test
    void isSilentAboutSegmentsThatWereNeverRefreshed() {
        UUID fresh = neighbours.unrefreshedSegment("Fresh");
        size(null, null, customers, fresh)
                .statusCode(200)
                .body("profiles", nullValue())
                .body("tooMany", equalTo(false))
                .body("segments", hasSize(2))
                .body("segments[1].size", nullValue());
    }

    @Test
    void refusesSegmentsThatDoNotExistAndPeopleWhoMayNotChoose() {
        size(null, null, UUID.randomUUID())
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:unknown-segment"))
                .body("errors[0].pointer", equalTo("/segmentIds/0"));
        Api.as("viewer")
                .body(Map.of("segmentIds", List.of(customers)))
                .post("/exports/size")
                .then()
                .statusCode(403);
        Api.as("export-service")
                .get("/exports/" + UUID.randomUUID() + "/size")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse size(UUID connection, String export, UUID... segments) {
        Map<String, Object> request = new HashMap<>(Map.of("segmentIds", List.of(segments)));
        if (connection != null) {
            request.put("connectionId", connection);
        }
        if (export != null) {
            request.put("exportId", export);
        }
        return Api.as("contributor").body(request).post("/exports/size").then();
    }

    private void people(String name, int count, UUID... segments) {
        IntStream.range(0, count)
                .forEach(i -> neighbours.profile(
                        prefix + name + i, Instant.EPOCH, Map.of("email", name + i + "@example.com"), segments));
    }
}
