package insights.segment.field;

import static insights.segment.SegmentService.as;
import static insights.segment.SegmentService.imported;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class FieldResourceTest {

    /** More than the figures are taken from. */
    private static final int MANY = 25_000;

    /** The same profiles are looked at again, however much more is in them. */
    @Test
    void estimatesTheSameWhenOtherFieldsCome() {
        // A few values that are common, and many that are rare: what an estimate depends on is who is in the sample.
        imported(file("fld_spread", i -> i % 3 == 0 ? "rare" + i / 6 : "common" + i % 5));
        int before = distinct("fld_spread");
        imported(file("fld_other", i -> "x".repeat(200) + i));
        assertThat(distinct("fld_spread")).isEqualTo(before).isBetween(1_000, 10_000);
    }

    private static int distinct(String field) {
        return as("viewer")
                .get("/profiles/fields")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.name == '" + field + "' }.distinctEstimate");
    }

    private static String file(String field, IntFunction<String> value) {
        StringBuilder csv = new StringBuilder("profileId," + field + "\n");
        IntStream.range(0, MANY).forEach(i -> csv.append("fld-")
                .append(i)
                .append(',')
                .append(value.apply(i))
                .append('\n'));
        return csv.toString();
    }
}
