package insights.segment.definition;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Segments of segments of segments. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SegmentGrowthTest {

    private final Deque<String> made = new ArrayDeque<>();

    /** Later refreshes would evaluate them too. */
    @AfterEach
    void remove() {
        made.forEach(id -> as("contributor")
                .header("If-Match", "*")
                .delete("/segments/" + id)
                .then()
                .statusCode(204));
    }

    @Test
    void refreshesMoreThanOneStatementTakes() {
        imported("profileId,gro_size\ngro-1,1\ngro-2,2\n");
        String small = "{\"field\":\"gro_size\",\"op\":\"lt\",\"value\":2}";
        // All other profiles are done with at the first condition.
        String base = make("Growth", any("{\"field\":\"gro_size\",\"op\":\"missing\"}," + times(450, small)));
        String few = make("Growth few", small);
        for (int i = 0; i < 4; i++) {
            make("Growth " + i, any(times(20, ref(base))));
        }
        String last = make("Growth last", small);
        refreshed()
                .body("status", equalTo("SUCCESSFUL"))
                .body("segments.find { it.id == '" + few + "' }.size", equalTo(1))
                .body("segments.find { it.id == '" + last + "' }.size", equalTo(1));
        preview(any(times(80, ref(base))))
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:invalid-rule"))
                .body("errors[0].detail", containsString("too large"));
    }

    @Test
    void refusesWhatWouldGrowWithoutAnyValue() {
        String most = make("Growth text", any(times(499, "{\"everybody\":true}")));
        String more = make("Growth more text", any(times(499, ref(most))));
        preview(any(ref(more) + "," + ref(more))).statusCode(422).body("errors[0].detail", containsString("too large"));
    }

    private String make(String displayName, String rule) {
        made.push(segment(displayName, rule));
        return made.peek();
    }

    private static ValidatableResponse preview(String rule) {
        return as("contributor")
                .contentType("application/json")
                .body("{\"rule\":" + rule + "}")
                .post("/segments/preview")
                .then();
    }

    private static String any(String rules) {
        return "{\"any\":[" + rules + "]}";
    }

    private static String ref(String id) {
        return "{\"segment\":\"" + id + "\"}";
    }

    private static String times(int count, String rule) {
        return String.join(",", Collections.nCopies(count, rule));
    }
}
