package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A line of CSV that a line break without quotes has made several of is about whom its beginning names. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class BrokenCsvLineTest {

    private static final String HEADER = "profileId,bc_mail,bc_name,bc_city,bc_out\n";
    private static final String[] ROLES = {"email=bc_mail", "optOut=bc_out"};

    @Test
    void optsOutWhomItsBeginningNames() {
        imported(
                        HEADER + "bc1,bc1@example.com,Ann\nLee,Rome,yes\n"
                                + "bc2,bc2@example.com,Ann,\nRome,yes\n"
                                + "bc3,bc3@example.com,Ann\n,Rome,yes\n"
                                + "bc4,bc4@example.com,Ann,Via Roma 1\nScala B\n20100 Milano,yes\n"
                                + "bc5,bc5@example.com,Ann\n\nLee,Rome,yes\n"
                                + "bc6,bc6@example.com,Ann\nLee,Rome,no\n"
                                + "bc7,bc7@example.com,Ann,Rome,no\n",
                        ROLES)
                .body("rejected", equalTo(13));
        for (int out = 1; out <= 5; out++) {
            optedOut("bc" + out, true);
        }
        imported("profileId,bc_mail,bc_out\nbc-twin,BC1@example.com,no\nLee,lee.bc@example.com,no\n", ROLES);
        optedOut("bc-twin", true);
        optedOut("Lee", false);
        optedOut("bc6", false);
        optedOut("bc7", false);
    }

    /** Cells are missing in each of them. */
    @Test
    void linesOfTwoPeopleStayTwo() {
        imported(
                        HEADER + "bd1,bd1@example.com,Ann\nbd2,bd2@example.com,yes\n"
                                + "bd3@example.com,,Ann\nbd4@example.com,Bob,yes\n"
                                + "bd5,bd5@example.com,Ann\nx6,Bob,yes\n"
                                + "bdann,bdann@example.com,Ann\nbdbob,Bob,yes\n"
                                + "bd7,bd7@example.com,Ann,Rome,no\n",
                        ROLES)
                .body("rejected", equalTo(8));
        imported(
                "profileId,bc_mail,bc_out\nbd1,,\nbd2,,\nbd3@example.com,,\nbd4@example.com,,\nx6,,\nbdbob,,\n", ROLES);
        optedOut("bd1", false);
        optedOut("bd2", true);
        optedOut("bd3@example.com", false);
        optedOut("bd4@example.com", true);
        // In doubt it is both.
        optedOut("x6", true);
        optedOut("bdbob", true);
    }

    private static void optedOut(String id, boolean out) {
        if (as("admin").get("/profiles/" + id).statusCode() == 404) {
            imported("profileId,bc_city\n" + id + ",Bari\n");
        }
        as("admin").get("/profiles/" + id).then().statusCode(200).body("optedOut", equalTo(out));
    }
}
