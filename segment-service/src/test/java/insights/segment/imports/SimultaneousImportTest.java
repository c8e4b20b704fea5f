package insights.segment.imports;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.sql.Database;
import insights.common.sql.JobLock;
import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import insights.segment.erasure.Tombstones;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two files that both make a field, of which each takes it for something else (O11). */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SimultaneousImportTest {

    @Inject
    Database database;

    @Test
    void oneFailsInWordsAndLeavesNothingBehindButItsOptOuts() {
        // Whoever is the first to opt out is another matter.
        imported("profileId,unsubscribed\nsim-0,yes\nsim-4,no\n");
        String number = "profileId,sim_score,unsubscribed\nsim-1,5,no\nsim-2,6,yes\n";
        String text = "profileId,sim_score,unsubscribed\nsim-1,high,no\nsim-3,low,yes\n";
        // Both have read the fields, and neither has made one: merges wait for this lock.
        List<Response> started = database.transaction(connection -> {
            JobLock.take(connection, Tombstones.LOCK);
            return List.of(send(number), send(text));
        });

        List<JsonPath> ended = started.stream()
                .map(response -> finished("admin", response).extract().jsonPath())
                .toList();

        assertThat(ended).extracting(end -> end.getString("status")).containsExactlyInAnyOrder("SUCCESSFUL", "FAILED");
        boolean numberWon = ended.getFirst().getString("status").equals("SUCCESSFUL");
        JsonPath failed = ended.get(numberWon ? 1 : 0);
        assertThat(failed.getString("detail"))
                .contains(
                        "Another import has made \"sim_score\" a field of type " + (numberWon ? "number" : "string"),
                        "send the file again",
                        "1 opt-outs of it hold already");
        assertThat(failed.getLong("optedOut")).isEqualTo(1);
        assertThat(as("viewer").get("/profiles/fields").<String>path("items.find { it.name == 'sim_score' }.type"))
                .isEqualTo(numberWon ? "number" : "string");
        assertThat(as("admin").get("/profiles/sim-1").<Object>path("attributes.sim_score"))
                .isEqualTo(numberWon ? (Object) 5 : "high");
        as("admin").get("/profiles/" + (numberWon ? "sim-3" : "sim-2")).then().statusCode(404);
    }

    private static Response send(String csv) {
        return as("platform").contentType("text/csv; charset=utf-8").body(csv).post("/profile-imports");
    }
}
