package insights.segment.definition;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rules mean of values that are missing, blank, or look like something else: previews, refreshes and members agree. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class SegmentCasesTest {

    private static final String HERE = "{\"field\":\"cas_here\",\"op\":\"eq\",\"value\":\"%s\"}";

    @BeforeEach
    void importProfiles() {
        String file = """
                {"profileId":"cas-n1","cas_here":"n","cas_plan":"gold","cas_active":true,"cas_spent":5}
                {"profileId":"cas-n2","cas_here":"n","cas_plan":"free","cas_active":false,"cas_spent":0}
                {"profileId":"cas-n3","cas_here":"n","cas_plan":null,"cas_active":null,"cas_spent":null}
                {"profileId":"cas-n4","cas_here":"n"}
                {"profileId":"cas-n5","cas_here":"n","cas_plan":"","cas_spent":1}
                {"profileId":"cas-n6","cas_here":"n","cas_plan":" "}
                {"profileId":"cas-n7","cas_here":"n","cas_plan":"null"}
                {"profileId":"cas-w1","cas_here":"w","cas_text":"100% sure"}
                {"profileId":"cas-w2","cas_here":"w","cas_text":"100 sure"}
                {"profileId":"cas-w3","cas_here":"w","cas_text":"C:\\\\temp"}
                {"profileId":"cas-w4","cas_here":"w","cas_text":"Bed & Breakfast <b> \\"q\\" 's"}
                {"profileId":"cas-w5","cas_here":"w","cas_text":"first_last"}
                {"profileId":"cas-w6","cas_here":"w","cas_text":"first-last"}
                {"profileId":"cas-w7","cas_here":"w","cas_text":"firstxlast"}
                """;
        finished(
                "platform",
                as("platform").contentType("application/x-ndjson").body(file).post("/profile-imports"));
    }

    /** S01, S02: a blank text is missing, for rules as for exports. */
    @Test
    void whatIsMissingFulfilsEveryNot() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("{\"field\":\"cas_plan\",\"op\":\"ne\",\"value\":\"gold\"}", "234567");
        rules.put("{\"not\":{\"field\":\"cas_plan\",\"op\":\"eq\",\"value\":\"gold\"}}", "234567");
        rules.put("{\"field\":\"cas_active\",\"op\":\"eq\",\"value\":false}", "2");
        rules.put("{\"field\":\"cas_active\",\"op\":\"ne\",\"value\":true}", "234567");
        rules.put("{\"not\":{\"field\":\"cas_spent\",\"op\":\"gt\",\"value\":0}}", "23467");
        rules.put("{\"field\":\"cas_plan\",\"op\":\"exists\"}", "127");
        rules.put("{\"field\":\"cas_plan\",\"op\":\"missing\"}", "3456");
        rules.put("{\"field\":\"cas_plan\",\"op\":\"notIn\",\"value\":[\"gold\",\"free\"]}", "34567");
        agree("n", rules);
    }

    /** S03 (the file), S05, S06: no character of a text is a pattern. */
    @Test
    void textsAreTakenLiterally() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("{\"field\":\"cas_text\",\"op\":\"contains\",\"value\":\"100%\"}", "1");
        rules.put("{\"field\":\"cas_text\",\"op\":\"contains\",\"value\":\"first_last\"}", "5");
        rules.put("{\"field\":\"cas_text\",\"op\":\"startsWith\",\"value\":\"first_\"}", "5");
        rules.put("{\"field\":\"cas_text\",\"op\":\"endsWith\",\"value\":\"_last\"}", "5");
        rules.put("{\"field\":\"cas_text\",\"op\":\"contains\",\"value\":\"C:\\\\t\"}", "3");
        rules.put("{\"field\":\"cas_text\",\"op\":\"eq\",\"value\":\"Bed & Breakfast <b> \\\"q\\\" 's\"}", "4");
        rules.put("{\"field\":\"cas_text\",\"op\":\"in\",\"value\":[\"Bed & Breakfast <b> \\\"q\\\" 's\",\"%\"]}", "4");
        agree("w", rules);
    }

    private static void agree(String here, Map<String, String> rules) {
        Map<String, String> ids = new LinkedHashMap<>();
        rules.forEach((rule, expected) -> {
            String all = "{\"all\":[" + HERE.formatted(here) + "," + rule + "]}";
            preview(all).statusCode(200).body("count", equalTo(expected.length()));
            ids.put(segment("Cases " + here + ids.size() + " " + System.nanoTime(), all), rule);
        });
        refreshed();
        ids.forEach((id, rule) -> assertThat(lines(members(id, "", "")).stream()
                        .map(line -> ((String) line.get("profileId")).substring("cas-n".length()))
                        .collect(Collectors.joining()))
                .as(rule)
                .isEqualTo(rules.get(rule)));
        ids.keySet().forEach(id -> as("contributor")
                .header("If-Match", "*")
                .delete("/segments/" + id)
                .then()
                .statusCode(204));
    }

    /** S04: moments count hours, days count days; the first and the last day that there are. */
    @Test
    void daysAndMomentsAreComparedAsWhatTheyAre() {
        imported("""
                profileId,cas_day,cas_moment
                cas-d0,2026-03-22,2026-03-21T23:30:00Z
                cas-d2,2026-03-29,2026-03-29T01:00:00Z
                cas-d3,2026-03-30,2026-03-29T22:00:00Z
                cas-d4,2026-12-31,2026-12-31T23:00:00-05:00
                cas-d5,2024-02-29,2024-02-29T12:00:00Z
                cas-d6,0001-01-01,0001-01-01T00:00:00Z
                cas-d7,9999-12-31,9999-12-31T23:59:59Z
                """);
        counts("{\"field\":\"cas_day\",\"op\":\"eq\",\"value\":\"2024-02-29\"}", 1);
        counts("{\"field\":\"cas_day\",\"op\":\"between\",\"value\":[\"2026-03-22\",\"2026-03-29\"]}", 2);
        counts("{\"field\":\"cas_day\",\"op\":\"before\",\"value\":\"2024-02-29\"}", 1);
        counts("{\"field\":\"cas_day\",\"op\":\"after\",\"value\":\"2026-12-31\"}", 1);
        counts("{\"field\":\"cas_moment\",\"op\":\"eq\",\"value\":\"2027-01-01T04:00:00Z\"}", 1);
        counts("{\"field\":\"cas_moment\",\"op\":\"eq\",\"value\":\"2026-12-31T23:00:00-05:00\"}", 1);
        counts("{\"field\":\"cas_moment\",\"op\":\"before\",\"value\":\"2026-03-21T23:30:00.001Z\"}", 3);
        preview("{\"field\":\"cas_day\",\"op\":\"eq\",\"value\":\"2026-02-30\"}")
                .statusCode(422);
        preview("{\"field\":\"cas_moment\",\"op\":\"eq\",\"value\":\"2026-03-29\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/rule/value"));
    }

    /** S15: accidents are refused with their place, or mean exactly what they say. */
    @Test
    void accidentsAreRefusedOrExact() {
        imported("profileId,cas_amount,cas_city\ncas-a1,0.1,Rome\ncas-a2,0.10,Rome\ncas-a3,0.3,\n");
        counts("{\"field\":\"cas_amount\",\"op\":\"eq\",\"value\":0.1}", 2);
        refusedAtValue("{\"field\":\"cas_amount\",\"op\":\"lt\",\"value\":1e308}");
        counts("{\"field\":\"cas_city\",\"op\":\"in\",\"value\":[\"Rome\",\"Rome\"]}", 2);
        refusedAtValue("{\"field\":\"cas_amount\",\"op\":\"eq\",\"value\":\"5\"}");
        refusedAtValue("{\"field\":\"cas_amount\",\"op\":\"lt\",\"value\":1e400}");
        refusedAtValue("{\"field\":\"cas_city\",\"op\":\"eq\",\"value\":\"\"}");
        refusedAtValue("{\"field\":\"cas_city\",\"op\":\"in\",\"value\":"
                + IntStream.range(0, 1_001).mapToObj(i -> "\"c" + i + "\"").collect(Collectors.toList()) + "}");
    }

    /** S10: a segment that is switched off is computed where another one is made of it. */
    @Test
    void whatIsMadeOfASegmentThatIsSwitchedOffGoesByItsRule() {
        String gold = segment(
                "Cases off",
                "{\"all\":[" + HERE.formatted("n") + ",{\"field\":\"cas_plan\",\"op\":\"eq\",\"value\":\"gold\"}]}");
        String others = segment(
                "Cases of what is off",
                "{\"all\":[" + HERE.formatted("n") + ",{\"not\":{\"segment\":\"" + gold + "\"}}]}");
        as("contributor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"status\":\"INACTIVE\"}")
                .patch("/segments/" + gold)
                .then()
                .statusCode(200);
        refreshed();
        assertThat(lines(members(others, "", "")))
                .extracting(line -> line.get("profileId"))
                .isEqualTo(List.of("cas-n2", "cas-n3", "cas-n4", "cas-n5", "cas-n6", "cas-n7"));
    }

    private static void counts(String rule, int count) {
        preview(rule).statusCode(200).body("count", equalTo(count));
    }

    private static void refusedAtValue(String rule) {
        preview(rule).statusCode(422).body("errors.pointer", contains("/rule/value"));
    }

    private static ValidatableResponse preview(String rule) {
        return as("contributor")
                .contentType("application/json")
                .body("{\"rule\":" + rule + "}")
                .post("/segments/preview")
                .then();
    }
}
