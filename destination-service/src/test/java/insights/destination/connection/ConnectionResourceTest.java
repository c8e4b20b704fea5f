package insights.destination.connection;

import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.connection;
import static insights.destination.Api.newName;
import static insights.destination.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import insights.destination.Api;
import insights.destination.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConnectionResourceTest {

    private final Map<String, Object> request = connection();

    @BeforeEach
    void autopilotAccepts() {
        AutopilotAnswers.acceptAllKeys();
    }

    @Test
    void showsContributorsNothingButASummaryOfSharedConnections() {
        request.put("sharedWithContributors", true);
        String shared = connected(request);
        String notShared = connected();
        as("contributor")
                .get("/connections/" + shared)
                .then()
                .statusCode(200)
                .body("", aMapWithSize(6))
                .body("id", equalTo(shared))
                .body("type", equalTo("AUTOPILOT"))
                .body("displayName", equalTo(request.get("displayName")))
                .body("status", equalTo("CONNECTED"));
        as("contributor")
                .get("/connections/" + notShared)
                .then()
                .statusCode(404)
                .body("type", endsWith(":not-found"));
        as("contributor")
                .queryParam("limit", 200)
                .get("/connections")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(shared))
                .body("items.id", not(hasItem(notShared)))
                .body("items", everyItem(aMapWithSize(6)));
    }

    @Test
    void showsExportServiceTheListInShort() {
        String notShared = connected(request);
        as("export-service")
                .queryParam("q", request.get("displayName"))
                .get("/connections")
                .then()
                .body("items.id", contains(notShared))
                .body("items", everyItem(aMapWithSize(6)));
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        for (String id : new String[] {UUID.randomUUID().toString(), "1", "%27"}) {
            as("admin").get("/connections/" + id).then().statusCode(404).body("type", endsWith(":not-found"));
        }
    }

    @Test
    void listsInPagesByNameWhateverTheCase() {
        String mark = newName();
        List<String> names = List.of(mark + " a", mark + " B", mark + " c_%", mark + " D");
        names.reversed().forEach(name -> connected(withName(name)));
        assertThat(pages("/connections?limit=2&q=" + mark.replace(" ", "%20").toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(names);
        assertThat(pages("/connections?limit=3&sort=createdAt&q=" + mark.replace(" ", "%20")))
                .isEqualTo(names.reversed());
        as("admin").queryParam("q", mark + " c_%").get("/connections").then().body("items", hasSize(1));
        as("admin").queryParam("q", mark + " c__").get("/connections").then().body("items", hasSize(0));
    }

    @Test
    void refusesCursorsAndOrdersItDoesNotKnow() {
        as("admin")
                .queryParam("sort", "createdAt")
                .queryParam("after", insights.common.page.Cursor.encode("not an id"))
                .get("/connections")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("after"));
        as("admin")
                .queryParam("sort", "apiKey")
                .get("/connections")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("sort"))
                .body(
                        "detail",
                        equalTo(
                                "Send one of displayName, -displayName, createdAt, -createdAt as the parameter `sort`."));
    }

    @Test
    void editsWhatAMergePatchNames() {
        request.put("maxContacts", 5_000);
        String id = connected(request);
        String name = newName();
        patch(id, Map.of("displayName", name, "rateLimitPerSecond", 10, "sharedWithContributors", true))
                .statusCode(200)
                .body("displayName", equalTo(name))
                .body("rateLimitPerSecond", equalTo(10))
                .body("maxContacts", equalTo(5_000))
                .body("sharedWithContributors", equalTo(true))
                .body("status", equalTo("CONNECTED"));
        patch(id, "{\"maxContacts\":null}").statusCode(200).body("maxContacts", nullValue());
        read(id).body("displayName", equalTo(name)).body("maxContacts", nullValue());
    }

    @Test
    void putsBackToTheDefaultWhatIsNull() {
        request.put("rateLimitPerSecond", 9);
        request.put("sharedWithContributors", true);
        patch(connected(request), "{\"rateLimitPerSecond\":null,\"sharedWithContributors\":null}")
                .statusCode(200)
                .body("rateLimitPerSecond", equalTo(5))
                .body("sharedWithContributors", equalTo(false));
    }

    @Test
    void editsOnlyTheVersionThatWasSeen() {
        String id = connected();
        as("admin")
                .body(Map.of("displayName", newName()))
                .patch("/connections/" + id)
                .then()
                .statusCode(428)
                .body("type", endsWith(":precondition-required"));
        String seen = etag(id);
        patch(id, Map.of("rateLimitPerSecond", 7)).statusCode(200);
        as("admin")
                .header("If-Match", seen)
                .body(Map.of("rateLimitPerSecond", 8))
                .patch("/connections/" + id)
                .then()
                .statusCode(412)
                .body("type", endsWith(":stale"));
        read(id).body("rateLimitPerSecond", equalTo(7));
    }

    @Test
    void refusesEditsThatAreNotValid() {
        String id = connected();
        patch(id, "{\"displayName\":null}").statusCode(422).body("errors.pointer", hasItem("/displayName"));
        patch(id, Map.of("rateLimitPerSecond", -1))
                .statusCode(422)
                .body("errors.pointer", hasItem("/rateLimitPerSecond"));
        patch(id, Map.of("status", "CONNECTED")).statusCode(400).body("errors.pointer", hasItem("/status"));
        patch(id, Map.of("rateLimitPerSecond", "many"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/rateLimitPerSecond"));
        patch(id, "{\"surprise\":null}").statusCode(400).body("errors.pointer", contains("/surprise"));
        patch(id, "{\"maxContacts\":1,\"maxContacts\":2}").statusCode(400).body("detail", containsString("once"));
        patch(id, "[]").statusCode(400);
        patch(id, Map.of("endpoint", "http://localhost:5432"))
                .statusCode(422)
                .body("type", endsWith(":endpoint-not-allowed"));
    }

    @Test
    void takesNoNameOfAnother() {
        String taken = newName();
        connected(withName(taken));
        patch(connected(), Map.of("displayName", taken)).statusCode(409).body("type", endsWith(":name-taken"));
    }

    @Test
    void provesTheKeyAtAnotherEndpointBeforeItIsSaved() {
        String id = connected(request);
        String key = (String) request.get("apiKey");
        AutopilotAnswers.verifyAsked(1, key);
        AutopilotAnswers.to(key, AutopilotAnswers.refused());
        patch(id, Map.of("endpoint", Neighbours.endpoint("other")))
                .statusCode(422)
                .body("type", endsWith(":api-key-refused"));
        read(id).body("endpoint", equalTo(Neighbours.endpoint("v1"))).body("status", equalTo("CONNECTED"));
        AutopilotAnswers.to(key, AutopilotAnswers.accepted());
        patch(id, Map.of("endpoint", Neighbours.endpoint("other"))).statusCode(200);
        read(id).body("endpoint", equalTo(Neighbours.endpoint("other")));
        patch(id, "{\"endpoint\":null}").statusCode(200).body("endpoint", equalTo(Neighbours.endpoint("v1")));
    }

    private static Map<String, Object> withName(String name) {
        Map<String, Object> request = Api.connection();
        request.put("displayName", name);
        return request;
    }

    private static String etag(String id) {
        return read(id).extract().header("ETag");
    }

    private static ValidatableResponse patch(String id, Object body) {
        return as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", etag(id))
                .body(body)
                .patch("/connections/" + id)
                .then();
    }

    private static List<String> pages(String first) {
        List<String> names = new ArrayList<>();
        for (String next = first; next != null; ) {
            Response page = as("admin").urlEncodingEnabled(false).get(next);
            names.addAll(page.then().statusCode(200).extract().path("items.displayName"));
            next = page.path("next");
        }
        return names;
    }
}
