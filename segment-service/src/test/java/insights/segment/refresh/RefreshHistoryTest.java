package insights.segment.refresh;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What refreshes were, and what became of segments by them. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class RefreshHistoryTest {

    @Test
    void countsAmongThoseWhoLeftWhomAnErasureTook() {
        imported("profileId,his_erased\nhis-e1,1\nhis-e2,1\nhis-e3,1\n");
        String id = segment("History erasure", "{\"field\":\"his_erased\",\"op\":\"eq\",\"value\":1}");
        found(refreshed(), id, 3, 3, 0);
        as("admin").delete("/profiles/his-e1").then().statusCode(204);
        imported("profileId,his_erased\nhis-e2,2\nhis-e4,1\n");
        found(refreshed(), id, 2, 1, 2);
        found(refreshed(), id, 2, 0, 0);
    }

    @Test
    void countsAmongThoseWhoLeftWhomAFileTook() {
        imported("profileId,his_kept\nhis-k1,1\nhis-k2,1\n");
        String id = segment("History file", "{\"field\":\"his_kept\",\"op\":\"eq\",\"value\":1}");
        found(refreshed(), id, 2, 2, 0);
        imported(
                "profileId,his_kept\nhis-k1,1\nhis-k3,1\n",
                "mode=replace",
                "confirm=REMOVES_PROFILES",
                "confirm=REMOVES_ADDRESSES",
                "confirm=EMPTIES_FIELDS");
        found(refreshed(), id, 2, 1, 1);
    }

    @Test
    void takesAsManyStatesAsItSays() {
        as("viewer")
                .get("/refreshes?status=SUCCESSFUL" + "&status=SUCCESSFUL".repeat(9))
                .then()
                .statusCode(200);
        as("viewer")
                .get("/refreshes?status=SUCCESSFUL" + "&status=SUCCESSFUL".repeat(10))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("status"))
                .body("errors.detail", contains("give up to 10 entries"));
    }

    @Test
    void showsSizesOverTime() {
        imported("profileId,his_size\nhis-s1,1\nhis-s2,1\n");
        String id = segment("History sizes", "{\"field\":\"his_size\",\"op\":\"eq\",\"value\":1}");
        sizes(id, "").body("items", hasSize(0));
        refreshed();
        imported("profileId,his_size\nhis-s1,2\n");
        String second = refreshed().extract().path("startedAt");
        sizes(id, "")
                .body("items.size", contains(2, 1))
                .body("items.joined", contains(2, 0))
                .body("items.left", contains(0, 1));
        sizes(id, "?since=" + second).body("items.size", contains(1)).body("items[0].at", equalTo(second));
        sizes(id, "?until=" + second).body("items.at", not(hasItem(second)));
        as("viewer")
                .get("/segments/00000000-0000-7000-8000-000000000000/sizes")
                .then()
                .statusCode(404);
    }

    @Test
    void listsThemFilteredInEitherOrder() {
        finished("platform", as("platform").post("/refreshes"));
        String last = refreshed()
                .body("requestedBy.subject", equalTo("subject-of-contributor"))
                .extract()
                .path("id");
        list("limit=1").body("items.id", contains(last)).body("items.trigger", contains("ON_DEMAND"));
        String requestedAt = as("viewer").get("/refreshes/" + last).path("requestedAt");
        list("since=" + requestedAt).body("items.id", contains(last));
        list("until=" + requestedAt + "&limit=200").body("items.id", not(hasItem(last)));
        list("since=" + requestedAt + "&trigger=SCHEDULED").body("items", hasSize(0));
        list("since=" + requestedAt + "&trigger=SCHEDULED&trigger=ON_DEMAND").body("items.id", contains(last));
        list("status=SUCCESSFUL&status=RUNNING&limit=200").body("items.status", everyItem(equalTo("SUCCESSFUL")));
        list("status=FAILED&since=" + requestedAt).body("items", hasSize(0));
        List<String> ascending = list("sort=requestedAt&limit=200").extract().path("items.requestedAt");
        assertThat(ascending).isSorted();
        as("viewer").get("/refreshes?sort=size").then().statusCode(422).body("errors[0].pointer", equalTo("sort"));
    }

    private static ValidatableResponse list(String query) {
        return as("viewer").get("/refreshes?" + query).then().statusCode(200);
    }

    private static ValidatableResponse sizes(String id, String query) {
        return as("viewer").get("/segments/" + id + "/sizes" + query).then().statusCode(200);
    }

    private static void found(ValidatableResponse refresh, String segment, int size, int joined, int left) {
        String path = "segments.find { it.id == '" + segment + "' }.";
        refresh.body(path + "size", equalTo(size))
                .body(path + "joined", equalTo(joined))
                .body(path + "left", equalTo(left));
    }
}
