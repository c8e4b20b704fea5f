package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who opts out in a line of NDJSON is opted out whatever state the rest of the line is in ({@code requirements.md} D3). */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class DamagedLineTest {

    private static final String WHOLE = "{\"profileId\":\"dl-whole\"}\n";

    @Test
    void countsInLinesThatAreNoJson() {
        imported("profileId,dl_mail\ndl-0,dl0@example.com\ndl-1,dl1@example.com\n", "email=dl_mail");
        ndjson("{\"profileId\":\"dl-1\",\"score\":NaN,\"dl_out\":true}\n"
                        + "{\"profileId\":\"dl-2\",\"score\":-Infinity,\"dl_out\":true,\"dl_mail\":\"dl2@example.com\"}\n"
                        + "{\"profileId\":\"dl-3\",\"note\":\"C:\\dir\\x\",\"dl_out\":true}\n"
                        + "{\"profileId\":\"dl-4\",\"note\":\"a\tb\",\"dl_out\":\"yes\"}\n"
                        + "{\"profileId\":\"dl-5\",\"x\":1,\"x\":2,\"dl_out\":true}\n"
                        + "{\"profileId\":\"dl-6\",\"size\":\"24\" screen\",\"dl_out\":true}\n"
                        + "{'profileId': 'dl-7', 'x': None, 'dl_out': True}\n"
                        + "{\"profileId\":\"dl-8\",\"dl_out\":false}{\"profileId\":\"dl-9\",\"dl_out\":true}\n"
                        + "[{\"profileId\":\"dl-10\",\"dl_out\":true},{\"profileId\":\"dl-11\",\"dl_out\":NaN}]\n"
                        + "{\"dl_out\":true,\"x\":[{},{\"y\":1}],\"z\":NaN,\"profileId\":\"dl-12\"}\n"
                        + "{\"profileId\":\"dl-13\",\"score\":NaN,\"dl_out\":false}\n"
                        + "{\"score\":NaN,\"dl_out\":true,\"profileId\":\"dl-1\n" + WHOLE)
                .body("rejected", equalTo(12));
        for (int out : new int[] {1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12}) {
            optedOut("dl-" + out, true);
        }
        for (int in : new int[] {0, 8, 13}) {
            optedOut("dl-" + in, false);
        }
        // By the address, too: that of the damaged line, and that the profile has.
        imported("profileId,dl_mail\ndl-t1,dl1@example.com\ndl-t2,dl2@example.com\n", "email=dl_mail");
        optedOut("dl-t1", true);
        optedOut("dl-t2", true);
    }

    @Test
    void countsHoweverItsQuotesAreWritten() {
        String[] lines = {
            "\"{\\\"profileId\\\":\\\"dq-0\\\",\\\"dl_out\\\":true}\"",
            "{\\\"profileId\\\":\\\"dq-1\\\",\\\"dl_out\\\":true}",
            "\"{\"\"profileId\"\":\"\"dq-2\"\",\"\"dl_out\"\":true}\"",
            "{\"profileId\":\"dq-3\";\"dl_out\":true}",
            "{“profileId”:“dq-4”,“dl_out”:true}",
            "{&quot;profileId&quot;:&quot;dq-5&quot;,&quot;dl_out&quot;:true}",
            "array(\"profileId\"=>\"dq-6\",\"dl_out\"=>true)",
            "{\"profileId\":\"dq-7,\"dl_out\":true}",
            "{\"customer\":{\"profileId\":\"dq-8\",\"dl_out\":true}}",
            "{\n  \"profileId\": \"dq-9\",\n  \"note\": {\n    \"x\": 1\n  },\n  \"dl_out\": true\n}",
            "{\"profileId\":\"dq-in\",\"dl_out\":false,\"note\":\"{\\\"dl_out\\\":true}\",NaN}"
        };
        ndjson(String.join("\n", lines) + "\n" + WHOLE).body("rejected", equalTo(17));
        for (int out = 0; out < 10; out++) {
            optedOut("dq-" + out, true);
        }
        optedOut("dq-in", false);
    }

    /** As of two exports put together. */
    @Test
    void countsInLinesOfCsvAmongObjects() {
        ndjson("{\"profileId\":\"dv-0\",\"dl_mail\":\"dv0@example.com\",\"dl_out\":false}\n"
                        + "dv-1,dv1@example.com,true\n"
                        + "\"dv-2\";\"dv2@example.com\";\"yes\"\n"
                        + "dv-3,dv3@example.com,false\n"
                        + "dv-4 says true\n"
                        + WHOLE)
                .body("rejected", equalTo(4))
                .body("optedOut", equalTo(2));
        optedOut("dv-1", true);
        optedOut("dv-2", true);
        optedOut("dv-3", false);
        imported("profileId,dl_mail\ndv-t1,dv1@example.com\ndv-t3,dv3@example.com\n", "email=dl_mail");
        optedOut("dv-t1", true);
        optedOut("dv-t3", false);
    }

    @Test
    void isToldInsideAnObjectOfSomebody() {
        imported("profileId,dl_out\ndi-0,no\n", "optOut=dl_out");
        ndjson("{\"profileId\":\"di-1\",\"consent\":{\"dl_out\":true}}\n" + WHOLE)
                .body("remarks.code", hasItem("MAY_BE_OPT_OUT"));
    }

    @Test
    void holdsForAddressesInListsAndObjects() {
        ndjson("{\"profileId\":\"dn-1\",\"dl_mail\":[\"dn1@example.com\",[\"dn2@example.com\"]],\"dl_out\":true}\n"
                        + "{\"profileId\":\"dn-2\",\"dl_mail\":{\"home\":\"dn3@example.com\"},\"x\":NaN,\"dl_out\":true}\n"
                        + "{\"profileId\":\"dn-3\",\"dl_mail\":[\"dn4@example.com\"],\"dl_out\":false}\n")
                .body("optedOut", equalTo(2))
                .body("rejectedValues", equalTo(2));
        imported(
                "profileId,dl_mail\n"
                        + "dn-t1,dn1@example.com\n"
                        + "dn-t2,dn2@example.com\n"
                        + "dn-t3,dn3@example.com\n"
                        + "dn-t4,dn4@example.com\n",
                "email=dl_mail");
        optedOut("dn-t1", true);
        optedOut("dn-t2", true);
        optedOut("dn-t3", true);
        optedOut("dn-t4", false);
    }

    @Test
    void countsOnceForWhetherMostOptOut() {
        String damaged = IntStream.range(0, 4)
                .mapToObj(i ->
                        "{\"profileId\":\"dn-m%1$d\",\"profileId\":\"dn-n%1$d\",\"profileId\":\"dn-o%1$d\",\"dl_out\":true,NaN}\n"
                                .formatted(i))
                .collect(Collectors.joining());
        String whole = IntStream.range(0, 6)
                .mapToObj("{\"profileId\":\"dn-p%d\",\"dl_out\":false}\n"::formatted)
                .collect(Collectors.joining());
        ndjson(damaged + whole).body("optedOut", equalTo(12)).body("remarks.code", not(hasItem("MOST_OPT_OUT")));
    }

    private static void optedOut(String id, boolean expected) {
        if (as("admin").get("/profiles/" + id).statusCode() == 404) {
            imported("profileId\n" + id + "\n");
        }
        assertThat((Boolean) as("admin").get("/profiles/" + id).path("optedOut"))
                .as(id)
                .isEqualTo(expected);
    }

    private static ValidatableResponse ndjson(String lines) {
        return finished(
                        "platform",
                        as("platform")
                                .contentType("application/x-ndjson; charset=utf-8")
                                .queryParam("optOut", "dl_out")
                                .queryParam("email", "dl_mail")
                                .body(lines)
                                .post("/profile-imports"))
                .body("status", equalTo("SUCCESSFUL"));
    }
}
