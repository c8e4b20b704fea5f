package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What programs write for yes, for no, and for nothing in columns of opt-outs. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class OptOutWordTest {

    private static List<String> optedOut(String... ids) {
        return Stream.of(ids)
                .filter(id -> as("admin")
                        .get("/profiles/" + id)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Boolean>path("optedOut"))
                .toList();
    }

    /** Python makes it of a column of 1 and 0 in which a cell is empty. */
    @Test
    void isANumberWithAPoint() {
        imported("profileId,pt_out\npt-1,1.0\npt-2,0.0\npt-3,\n", "optOut=pt_out")
                .body("optedOut", equalTo(1))
                .body("optOutsUnreadable", equalTo(0));
        assertThat(optedOut("pt-1", "pt-2", "pt-3")).containsExactly("pt-1");
        imported("profileId,pt_out\npt-1,0.0\npt-2,1.0\n", "optOut=pt_out").body("optOutsEnded", equalTo(1));
        assertThat(optedOut("pt-1", "pt-2", "pt-3")).containsExactly("pt-2");
        String consents = "profileId,pt_news\npt-4,1.0\npt-5,0.0\npt-6,\n";
        imported(consents, "optOut=pt_news", "true=no", "false=yes").body("optedOut", equalTo(1));
        assertThat(optedOut("pt-4", "pt-5", "pt-6")).containsExactly("pt-5");
        imported("profileId,pt_flag\npt-1,true\n").body("status", equalTo("SUCCESSFUL"));
        imported("profileId,pt_flag\npt-2,1.0\npt-3,0.0\n").body("rejectedValues", equalTo(0));
    }

    @Test
    void isAWordForNothingThatIsSaidToMeanNo() {
        String file = IntStream.range(0, 12)
                .mapToObj(i -> "nl-%02d,%s\n".formatted(i, i == 0 ? "yes" : "NULL"))
                .collect(Collectors.joining("", "profileId,nl_out\n", ""));
        imported(file, "optOut=nl_out")
                .body("optedOut", equalTo(12))
                .body("optOutsUnreadable", equalTo(11))
                .body(
                        "remarks.detail",
                        hasItem(allOf(
                                containsString("11 values"),
                                containsString("false=NULL"),
                                containsString("confirm=ENDS_OPT_OUTS"))));
        imported(file, "optOut=nl_out", "null=NULL").body("optOutsEnded", equalTo(0));
        imported(file, "optOut=nl_out", "false=NULL").body("questions.confirm", contains("ENDS_OPT_OUTS"));
        imported(file, "optOut=nl_out", "false=NULL", "confirm=ENDS_OPT_OUTS").body("optOutsEnded", equalTo(11));
        assertThat(optedOut("nl-00", "nl-01", "nl-11")).containsExactly("nl-00");
        imported(file.replace("nl", "nm").replace("NULL", "yes"), "optOut=nm_out")
                .body("remarks.detail", not(hasItem(containsString("false=NULL"))));
    }
}
