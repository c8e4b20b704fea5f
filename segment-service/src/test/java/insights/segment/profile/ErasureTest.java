package insights.segment.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ErasureTest {

    private static final String FILE = "profileId,era_mail\nera-1,a@example.com\nera-2,b@example.com\n";

    @Inject
    Database database;

    @Test
    void removesAProfileEverywhereAndDoesNotBringItBack() {
        imported(FILE);
        String everyone = segment("Erasure", "{\"field\":\"era_mail\",\"op\":\"exists\"}");
        refreshed();
        as("admin").delete("/profiles/era-1").then().statusCode(204);
        as("admin").get("/profiles/era-1").then().statusCode(404);
        assertThat(lines(members(everyone, "", "")))
                .extracting(line -> line.get("profileId"))
                .containsExactly("era-2");

        String again = imported(FILE)
                .body("rejected", equalTo(1))
                .body("unchanged", equalTo(1))
                .extract()
                .path("id");
        as("admin").get("/profile-imports/" + again + "/rejections").then().body("items.reason", contains("ERASED"));
        as("admin").get("/profiles/era-1").then().statusCode(404);
        as("admin").delete("/profiles/era-1").then().statusCode(204);
        as("admin").get("/segments/audit-events").then().body(not(containsString("era-1")));
    }

    /** Case Y22. */
    @Test
    void doesNotBringAPersonBackUnderAnotherId() {
        String[] roles = {"email=era_address"};
        imported("profileId,era_address\nera-y1,ann.y22@example.com\nera-y2,ANN.y22@example.com\n", roles);
        as("admin").delete("/profiles/era-y1").then().statusCode(204);
        as("platform")
                .contentType("text/csv; charset=utf-8")
                .body(
                        "profileId,era_address,era_town\nera-y2,ann.y22@example.com,Rome\n"
                                + "era-y3,x@example.com,Rome\nera-y3,Ann.Y22@example.com,Rome\nera-y4,bob.y22@example.com,Rome\n")
                .post("/profile-imports/preview")
                .then()
                .statusCode(200)
                .body("rejected", equalTo(2))
                .body("rejections.line", contains(3, 4))
                .body("rejections.reason", contains("DUPLICATE_ID", "ERASED"))
                .body("inserted", equalTo(1))
                .body("updated", equalTo(1));
        // Who had the address beside the erased person stays, and goes on being updated.
        String again = imported("profileId,era_address,era_town\nera-y2,ann.y22@example.com,Rome\n"
                        + "era-y3,\u200bAnn.Y22@Example.com,Rome\nera-y4,bob.y22@example.com,Rome\n")
                .body("rejected", equalTo(1))
                .body("inserted", equalTo(1))
                .body("updated", equalTo(1))
                .extract()
                .path("id");
        as("admin")
                .get("/profile-imports/" + again + "/rejections")
                .then()
                .body("items.reason", contains("ERASED"))
                .body("items.line", contains(3));
        as("admin").get("/profiles/era-y3").then().statusCode(404);
        as("admin").get("/profiles/era-y2").then().body("attributes.era_town", equalTo("Rome"));
        // Nor under the id of somebody else.
        imported("profileId,era_address\nera-y4,ann.y22@example.com\n").body("rejected", equalTo(1));
        as("admin").get("/profiles/era-y4").then().body("attributes.era_address", equalTo("bob.y22@example.com"));
    }

    /** An id that is an address is the person's, as an address is in a field of addresses. */
    @Test
    void doesNotBringAPersonBackWhoseIdWasTheirAddress() {
        String[] roles = {"email=era_address"};
        imported("profileId,era_address\nera-id@example.com,\nera-x1,x1.era@example.com\n", roles);
        as("admin").delete("/profiles/era-id%40example.com").then().statusCode(204);
        as("admin").delete("/profiles/era-x1").then().statusCode(204);
        imported("profileId,era_address\n"
                        + "era-x2,era-id@example.com\n"
                        + "Era-Id@example.com,\n"
                        + "x1.era@example.com,\n"
                        + "era-x3,Ann <x1.era@example.com>\n"
                        + "era-x4,mailto:x1.era@example.com\n"
                        + "era-x5,x5.era@example.com; x1.era@example.com\n"
                        + "era-x7,x1.era%40example.com\n"
                        + "era-x8,x1.era\uff20example.com\n"
                        + "era-x9,“x1.era@example.com”\n"
                        + "era-x10,x1.era(at)example.com\n"
                        + "era-x11,\uff581.era@example.com\n"
                        + "\"=\"\"era-x1\"\"\",\n"
                        + "era-x6,x6.era@example.com\n")
                .body("rejected", equalTo(12))
                .body("inserted", equalTo(1));
        as("admin").get("/profiles/era-x6").then().statusCode(200);
    }

    /** Any text may be exported as an address, also one that no role says it of. */
    @Test
    void tellsExportServiceTheAddressesAndForgetsThemThen() {
        WireMock export = SurroundingsResource.exportService();
        imported("profileId,era_first,era_other,era_town\nera-two,one.era@example.com,Two.Era@Example.com,Rome\n");
        as("admin").delete("/profiles/era-two").then().statusCode(204);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> export.verifyThat(
                        moreThanOrExactly(1),
                        postRequestedFor(urlEqualTo("/hooks/profiles-erased"))
                                .withRequestBody(matchingJsonPath(
                                        "$.addresses['era-two']",
                                        WireMock.equalToJson(
                                                "[\"one.era@example.com\",\"Two.Era@Example.com\"]", true, false)))));
        await().until(() -> !isStillKept("era-two"));
    }

    @Test
    void tellsExportServiceUntilItHasHeard() {
        WireMock export = SurroundingsResource.exportService();
        export.register(post("/hooks/profiles-erased")
                .withRequestBody(WireMock.containing("era-told"))
                .atPriority(1)
                .inScenario("erased")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(503))
                .willSetStateTo("up"));
        imported("profileId,era_told\nera-told,t@example.com\n");
        as("admin").delete("/profiles/era-told").then().statusCode(204);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> export.verifyThat(
                        moreThanOrExactly(2),
                        postRequestedFor(urlEqualTo("/hooks/profiles-erased"))
                                .withRequestBody(matchingJsonPath("$.profileIds", WireMock.containing("era-told")))));
    }

    @Test
    void tellsExportServiceOfNoIdThatNoProfileCanHave() {
        WireMock export = SurroundingsResource.exportService();
        String longer = "era-long-" + "x".repeat(600);
        as("admin").delete("/profiles/" + longer).then().statusCode(400);
        as("admin").delete("/profiles/era-after-long").then().statusCode(204);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> export.verifyThat(told("era-after-long")));
        export.verifyThat(0, told("era-long-"));
    }

    private boolean isStillKept(String profileId) {
        return database.transaction(connection -> Database.first(
                        connection,
                        Sql.of("select from erasure_announcement where profile_id = ?", profileId),
                        row -> true)
                .isPresent());
    }

    private static RequestPatternBuilder told(String profileId) {
        return postRequestedFor(urlEqualTo("/hooks/profiles-erased")).withRequestBody(WireMock.containing(profileId));
    }

    @Test
    void tellsExportServiceTheAttributesOfProfiles() {
        imported("profileId,era_look,era_name\nera-look,l@example.com,Lou\nera-bare,,\n");
        as("export-service")
                .contentType(ContentType.JSON)
                .body(Map.of("profileIds", List.of("era-look", "era-bare", "nobody"), "fields", List.of("era_look")))
                .post("/internal/profiles")
                .then()
                .statusCode(200)
                .body("items.profileId", containsInAnyOrder("era-look", "era-bare"))
                .body(
                        "items.find { it.profileId == 'era-look' }.attributes",
                        equalTo(Map.of("era_look", "l@example.com")))
                .body("items.find { it.profileId == 'era-bare' }.attributes", equalTo(Map.of()));
    }

    @Test
    void searchesProfilesByIdOrValue() {
        imported("profileId,era_city\nsearch-1,Torino\nsearch-2,Torino Nord\nsearch-3,\n");
        as("admin")
                .queryParam("q", "search-")
                .queryParam("limit", 2)
                .get("/profiles")
                .then()
                .body("items.profileId", contains("search-1", "search-2"));
        as("admin").queryParam("q", "Torino").get("/profiles").then().body("items.profileId", contains("search-1"));
        String next = as("admin")
                .queryParam("q", "search-")
                .queryParam("limit", 2)
                .get("/profiles")
                .path("next");
        as("admin").urlEncodingEnabled(false).get(next).then().body("items.profileId", contains("search-3"));
        as("admin").urlEncodingEnabled(false).get("/profiles?q=%00").then().statusCode(400);
    }
}
