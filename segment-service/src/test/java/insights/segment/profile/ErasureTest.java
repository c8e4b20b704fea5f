package insights.segment.profile;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import insights.common.testing.OidcResource;
import insights.common.testing.PostgresResource;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ErasureTest {

    private static final String FILE = "profileId,era_mail\nera-1,a@example.com\nera-2,b@example.com\n";

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
        as("admin").get("/profile-imports/" + again + "/rejects").then().body("items.reason", contains("ERASED"));
        as("admin").get("/profiles/era-1").then().statusCode(404);
        as("admin").delete("/profiles/era-1").then().statusCode(204);
        as("admin").get("/segments/audit").then().body(not(containsString("era-1")));
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
