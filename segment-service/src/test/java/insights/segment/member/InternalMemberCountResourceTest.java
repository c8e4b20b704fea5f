package insights.segment.member;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class InternalMemberCountResourceTest {

    @Test
    void countsEachProfileOnceInEveryChoice() {
        imported("profileId,cnt_a,cnt_b\ncnt-1,1,\ncnt-2,1,1\ncnt-3,,1\ncnt-4,,1\n");
        String a = segment("Count a", "{\"field\":\"cnt_a\",\"op\":\"exists\"}");
        String b = segment("Count b", "{\"field\":\"cnt_b\",\"op\":\"exists\"}");
        refreshed();
        JsonPath all = count(List.of(List.of(a), List.of(b), List.of(a, b), List.of(b, b)));
        assertThat(all.<Integer>getList("counts")).containsExactly(2, 3, 4, 3);

        imported("profileId,cnt_b\ncnt-5,1\ncnt-6,1\n");
        assertThat(count(List.of(List.of(b))).<Integer>getList("counts"))
                .as("as of the latest refresh")
                .containsExactly(3);
        refreshed();
        assertThat(count(List.of(List.of(b))).<Integer>getList("counts")).containsExactly(5);
    }

    @Test
    void countsNobodyInASegmentFromTheMomentItIsSwitchedOff() {
        imported("profileId,cnt_d\ncnt-8,1\n");
        String off = segment("Count off", "{\"field\":\"cnt_d\",\"op\":\"exists\"}");
        refreshed();
        as("contributor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"status\":\"INACTIVE\"}")
                .patch("/segments/" + off)
                .then()
                .statusCode(200);
        JsonPath all = count(List.of(List.of(off)));
        assertThat(all.<Integer>getList("counts")).containsExactly((Integer) null);
        assertThat(told(all, off)).containsEntry("active", false).containsEntry("refreshed", true);
    }

    @Test
    void tellsOfEachSegmentWhyThereMayBeNoCount() {
        imported("profileId,cnt_c\ncnt-7,1\n");
        String there = segment("Count there", "{\"field\":\"cnt_c\",\"op\":\"exists\"}");
        String inactive = segment("Count inactive", "{\"field\":\"cnt_c\",\"op\":\"exists\"}");
        as("contributor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"status\":\"INACTIVE\"}")
                .patch("/segments/" + inactive)
                .then()
                .statusCode(200);
        refreshed();
        String fresh = segment("Count fresh", "{\"field\":\"cnt_c\",\"op\":\"exists\"}");
        String gone = UUID.randomUUID().toString();

        JsonPath all = count(List.of(
                List.of(there), List.of(there, gone), List.of(inactive, there), List.of(fresh), List.of(there)));

        assertThat(all.<Integer>getList("counts")).containsExactly(1, null, null, null, 1);
        assertThat(all.<String>getList("segments.id")).containsExactlyInAnyOrder(there, inactive, fresh);
        assertThat(told(all, there)).containsEntry("active", true).containsEntry("refreshed", true);
        assertThat(told(all, inactive))
                .containsEntry("displayName", "Count inactive")
                .containsEntry("active", false)
                .containsEntry("refreshed", false);
        assertThat(told(all, fresh)).containsEntry("active", true).containsEntry("refreshed", false);
        assertThat(count(List.of(List.of(gone))).<Integer>getList("counts")).containsExactly((Integer) null);
    }

    @Test
    void takesTwoHundredChoices() {
        String id = segment("Count many", "{\"everybody\":true}");
        refreshed();
        List<List<String>> choices = Collections.nCopies(200, List.of(id));
        assertThat(count(choices).<Integer>getList("counts")).hasSize(200).doesNotContainNull();
        ask(Collections.nCopies(201, List.of(id))).then().statusCode(422);
        ask(List.of()).then().statusCode(422);
        ask(List.of(List.of())).then().statusCode(422);
    }

    private static Map<String, Object> told(JsonPath answer, String segment) {
        return answer.getMap("segments.find { it.id == '" + segment + "' }");
    }

    private static JsonPath count(List<List<String>> choices) {
        return ask(choices).then().statusCode(200).extract().jsonPath();
    }

    private static Response ask(List<List<String>> choices) {
        return as("export-service")
                .contentType("application/json")
                .body(Map.of("choices", choices))
                .post("/internal/member-counts");
    }
}
