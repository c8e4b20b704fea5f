package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.lines;
import static insights.segment.SegmentService.members;
import static insights.segment.SegmentService.refreshed;
import static insights.segment.SegmentService.segment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Files that say who opted out, and what becomes of it, for tests. */
final class OptOutFiles {

    /** Columns of their own keep tests apart that share a database; what they are for is said, as names would say it. */
    static final String[] ROLES = {"optOut=oo_out", "email=oo_mail"};

    private OptOutFiles() {}

    static String file(String... lines) {
        return "profileId,oo_mail,oo_city,oo_out\n" + String.join("\n", lines) + "\n";
    }

    /** The ids of those that the stream of members says opted out, of those that begin like this. */
    static List<String> optedOut(String prefix) {
        String segment = segment("Opt-outs " + System.nanoTime(), "{\"field\":\"oo_city\",\"op\":\"exists\"}");
        refreshed();
        List<Map<String, Object>> lines = lines(members(segment, "", ""));
        assertThat(lines).allSatisfy(line -> assertThat(line.get("optedOut")).isInstanceOf(Boolean.class));
        return lines.stream()
                .filter(line -> Boolean.TRUE.equals(line.get("optedOut")))
                .map(line -> (String) line.get("profileId"))
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    static ValidatableResponse refused(String type, String file, String... parameters) {
        RequestSpecification request = as("platform").contentType(type).body(file);
        for (String parameter : parameters) {
            String[] pair = parameter.split("=", 2);
            request.queryParam(pair[0], pair[1]);
        }
        return request.post("/profile-imports").then().statusCode(422);
    }

    static Response enter(String profileId, boolean optedOut, String reason) {
        return as("admin")
                .contentType("application/json")
                .body(Map.of("optedOut", optedOut, "reason", reason))
                .put("/profiles/" + profileId + "/opt-out");
    }

    static Response role(String field, String role) {
        return as("admin")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"role\":" + role + "}")
                .patch("/profiles/fields/" + field);
    }

    static void ndjson(String line) {
        finished(
                        "platform",
                        as("platform")
                                .contentType("application/x-ndjson")
                                .body(line + "\n")
                                .post("/profile-imports"))
                .body("status", equalTo("SUCCESSFUL"));
    }
}
