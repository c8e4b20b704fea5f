package insights.segment.definition;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** A list of segments shows what people look for in it, so that nobody asks for each of them again. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SegmentListTest {

    private static final String COUNTS = "/internal/segments/export-counts";
    private static final String RULE = "{\"field\":\"lst_size\",\"op\":\"gt\",\"value\":%d}";

    @Test
    void showsSizeAndWhenMembersChanged() {
        imported("profileId,lst_size\nlst-1,1\nlst-2,2\n");
        segment("Lst size", RULE.formatted(0));
        listed("viewer", "Lst size").body("items[0].size", nullValue()).body("items[0].membersChangedAt", nullValue());
        refreshed();
        String changed = listed("viewer", "Lst size")
                .body("items[0].size", equalTo(2))
                .body("items[0].membersChangedAt", notNullValue())
                .extract()
                .path("items[0].membersChangedAt");
        refreshed();
        listed("viewer", "Lst size")
                .body("items[0].membersChangedAt", equalTo(changed))
                .body("items[0].refreshedAt", not(equalTo(changed)));
    }

    @Test
    void showsHowManyExportsSendEachAndDoesWithoutWhenNobodySays() {
        imported("profileId,lst_size\nlst-1,1\n");
        String sent = segment("Lst sent", RULE.formatted(5));
        segment("Lst sent by nobody", RULE.formatted(6));
        WireMock exports = SurroundingsResource.exportService();
        StubMapping counts = exports.register(get(COUNTS)
                .atPriority(1)
                .willReturn(okJson("{\"items\":[{\"segmentId\":\"" + sent + "\",\"exportCount\":3}]}")));
        listed("viewer", "Lst sent").body("items.exportCount", contains(3, 0));
        as("viewer").get("/segments/" + sent).then().body("exportCount", equalTo(3));
        // It would wait for itself.
        listed("export-service", "Lst sent").body("items.exportCount", everyItem(nullValue()));
        exports.removeStubMapping(counts);
        for (var silence : new com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder[] {
            aResponse().withStatus(500), aResponse().withFixedDelay(20_000)
        }) {
            StubMapping silent = exports.register(get(COUNTS).atPriority(1).willReturn(silence));
            listed("viewer", "Lst sent")
                    .time(lessThan(8_000L))
                    .body("items.displayName", contains("Lst sent", "Lst sent by nobody"))
                    .body("items.exportCount", everyItem(nullValue()));
            exports.removeStubMapping(silent);
        }
    }

    @Test
    void saysWhatTheCallerMayDo() {
        imported("profileId,lst_size\nlst-1,1\n");
        segment("Lst may", RULE.formatted(7));
        listed("viewer", "Lst may").body("items[0].permissions", empty());
        listed("contributor", "Lst may").body("items[0].permissions", contains("EDIT", "REMOVE"));
        listed("admin", "Lst may").body("items[0].permissions", contains("EDIT", "REMOVE"));
    }

    @Test
    void filtersAndSorts() {
        imported("profileId,lst_size\nlst-1,1\n");
        String b = segment("Lst filter b", RULE.formatted(8));
        segment("lst FILTER a", RULE.formatted(9));
        as("contributor")
                .contentType("application/json")
                .body("{\"displayName\":\"Lst filter c\",\"profileIds\":[\"lst-1\"]}")
                .post("/segments")
                .then()
                .statusCode(201);
        as("contributor")
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"status\":\"INACTIVE\"}")
                .patch("/segments/" + b)
                .then()
                .statusCode(200);
        names("").body("items.displayName", contains("lst FILTER a", "Lst filter b", "Lst filter c"));
        names("&sort=createdAt").body("items.displayName", contains("Lst filter b", "lst FILTER a", "Lst filter c"));
        names("&sort=-displayName").body("items.displayName", contains("Lst filter c", "Lst filter b", "lst FILTER a"));
        names("&sort=-createdAt").body("items.displayName", contains("Lst filter c", "lst FILTER a", "Lst filter b"));
        names("&status=INACTIVE").body("items.displayName", contains("Lst filter b"));
        names("&status=ACTIVE&kind=RULE").body("items.displayName", contains("lst FILTER a"));
        names("&kind=STATIC").body("items.displayName", contains("Lst filter c"));
        names("&kind=STATIC&kind=RULE&status=ACTIVE&status=INACTIVE").body("items", hasSize(3));
        as("viewer").get("/segments?kind=NONE").then().statusCode(422).body("errors[0].pointer", equalTo("kind"));
    }

    private static ValidatableResponse names(String query) {
        return as("viewer").get("/segments?q=lst filter" + query).then().statusCode(200);
    }

    private static ValidatableResponse listed(String role, String name) {
        return as(role).queryParam("q", name)
                .queryParam("sort", "displayName")
                .get("/segments")
                .then()
                .statusCode(200);
    }
}
