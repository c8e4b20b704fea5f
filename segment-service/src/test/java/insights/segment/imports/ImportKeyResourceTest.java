package insights.segment.imports;

import static insights.segment.SegmentService.finished;
import static insights.segment.SegmentService.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.common.testing.Tokens;
import insights.segment.SegmentDatabase;
import insights.segment.SurroundingsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** A key is its sender's own, and senders are known by their subject, whatever they are called. */
@QuarkusTest
@QuarkusTestResource(SegmentDatabase.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(SurroundingsResource.class)
class ImportKeyResourceTest {

    private static final String FILE = "profileId\nimp-key-1\n";

    @Test
    void isNotSharedByTwoPeopleOfOneName() {
        String first = accepted(send("one-ada", "ada", "one name", FILE));
        String other = accepted(send("another-ada", "ada", "one name", "profileId\nimp-key-2\n"));
        assertThat(other).isNotEqualTo(first);
        with(Tokens.token("admin")).get("/profiles/imp-key-2").then().statusCode(200);
        assertThat(accepted(send("one-ada", "ada", "one name", FILE))).isEqualTo(first);
    }

    @Test
    void isFoundAgainByWhoeverWasRenamed() {
        String first = accepted(send("renamed", "miss-eve", "renamed", FILE));
        assertThat(accepted(send("renamed", "mrs-eve", "renamed", FILE))).isEqualTo(first);
        send("renamed", "mrs-eve", "renamed", "profileId\nimp-key-3\n")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:idempotency-key-reused"));
        // Who is called now as she was then is somebody else.
        assertThat(accepted(send("not-renamed", "miss-eve", "renamed", FILE))).isNotEqualTo(first);
    }

    private static String accepted(Response answer) {
        return finished("platform", answer)
                .body("status", equalTo("SUCCESSFUL"))
                .extract()
                .path("id");
    }

    private static Response send(String subject, String name, String key, String csv) {
        return with(Tokens.of("platform").subject(subject).name(name).sign())
                .contentType("text/csv; charset=utf-8")
                .header("Idempotency-Key", key)
                .body(csv)
                .post("/profile-imports");
    }
}
