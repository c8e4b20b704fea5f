package insights.segment.optout;

import static insights.segment.SegmentService.as;
import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.OidcResource;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is refused for one of its lines opts nobody out, and tells how many of the lines before would. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class RefusedFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rf-x;\"he said \"hi\" twice\";1;yes\r\n",
                "rf-x;\"unclosed;1;yes\r\n",
                "rf-x;J\u00f6rg;1;yes\r\n",
                "rf-x;\"a;1;yes\r\nrf-y;b\";1;yes\r\n"
            })
    void tellsHowManyOfTheLinesBeforeOptSomebodyOut(String line) {
        assertThat(refused(lines(20, 1) + "rf-u;Jörg;1;no\r\n", line))
                .contains("Nobody was opted out by the file; 20 of the lines")
                .contains("ine 2");
    }

    /** Where more than the first lines decide how it is read. */
    @Test
    void countsThemInALongFileToo() {
        String undecided = lines(1_100, 1) + "rf-u;Jörg;0,5;yes\r\n" + lines(100, 2);
        assertThat(refused(undecided, "rf-x;\"unclosed;1;yes\r\n")).contains("; 1,201 of the lines");
        assertThat(refused(lines(1_100, 1), "rf-x;\"unclosed;1;yes\r\n")).contains("; 1,100 of the lines");
    }

    private static String lines(int count, int kind) {
        return IntStream.range(0, count)
                .mapToObj(i -> "rf-%d-%d;ok;1;yes\r\n".formatted(kind, i))
                .collect(Collectors.joining());
    }

    private static String refused(String lines, String last) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("profileId;rf_remark;rf_number;unsubscribed\r\n" + lines).getBytes(StandardCharsets.UTF_8));
        file.writeBytes(last.getBytes(Charset.forName("windows-1252")));
        return as("platform")
                .contentType("text/csv")
                .body(file.toByteArray())
                .post("/profile-imports")
                .then()
                .statusCode(422)
                .extract()
                .path("detail");
    }
}
