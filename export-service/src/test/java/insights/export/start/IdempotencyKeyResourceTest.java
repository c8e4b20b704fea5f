package insights.export.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import insights.common.testing.Tokens;
import insights.export.testing.Api;
import insights.export.testing.AtOnce;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key stands for one request. */
@QuarkusTest
class IdempotencyKeyResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private String export;

    @BeforeEach
    void anExport() {
        export = Api.create(neighbours.connection(new Sandbox(), 1_000), neighbours.segment("Customers"));
    }

    @Test
    void meansTheSameRunForTheSameBody() {
        String run = start("one", Map.of("retryRejected", true))
                .statusCode(202)
                .extract()
                .path("id");
        Api.end(export, run);
        start("one", Map.of("confirmRemovals", false, "retryRejected", true))
                .statusCode(202)
                .body("id", equalTo(run));
        start("two", Map.of("retryRejected", true)).statusCode(202);
        Api.as("viewer").get("/exports/" + export + "/runs").then().body("items", hasSize(2));
    }

    @Test
    void confirmsOnceWhenTheSameRequestComesSeveralTimesAtOnce() {
        HttpRequest request = AtOnce.post(
                "contributor",
                "/exports/" + export + "/runs",
                Map.of("confirmGrowth", true, "confirmEmptying", true),
                "Idempotency-Key",
                "at-once-" + export);

        List<HttpResponse<String>> answers = AtOnce.send(Collections.nCopies(6, request));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202);
        Api.as("admin")
                .queryParam("target", export)
                .get("/exports/audit-events")
                .then()
                .body("items.action.findAll { it.endsWith('_CONFIRMED') }", hasSize(2));
    }

    @Test
    void isRefusedWithAnotherBody() {
        start("one", Map.of()).statusCode(202);
        start("one", Map.of("confirmRemovals", true))
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:idempotency-key-reused"))
                .body("errors.pointer", contains("Idempotency-Key"));
        Api.as("viewer").get("/exports/" + export + "/runs").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"confirm\":true}", "[]", "{", "true"})
    void nothingRunsByABodyThatIsNotUnderstood(String body) {
        for (String path : new String[] {"/exports/" + export + "/runs", "/exports/runs"}) {
            Api.as("contributor")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:insights:problem:unreadable-request"));
        }
        Api.as("viewer").get("/exports/" + export + "/runs").then().body("items", hasSize(0));
    }

    @Test
    void isItsSendersOwn() {
        String run = start("one", Map.of()).statusCode(202).extract().path("id");
        Api.end(export, run);
        Api.as("admin")
                .header("Idempotency-Key", "one" + export)
                .body(Map.of("retryRejected", true))
                .post("/exports/" + export + "/runs")
                .then()
                .statusCode(202)
                .body("id", not(equalTo(run)))
                .body("requestedBy.subject", equalTo("subject-of-admin"));
    }

    /** People are known by their subject: two may have one name, and one may be renamed. */
    @Test
    void isItsSendersOwnWhateverTheyAreCalled() {
        String first = start("renamed", "miss-eve");
        Api.end(export, first);
        assertThat(start("renamed", "mrs-eve")).isEqualTo(first);
        assertThat(start("another", "miss-eve")).isNotEqualTo(first);
    }

    private String start(String subject, String name) {
        return Api.with(Tokens.of("contributor").subject(subject).name(name).sign())
                .header("Idempotency-Key", "named" + export)
                .body(Map.of())
                .post("/exports/" + export + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    @Test
    void isGivenOnce() {
        Api.as("contributor")
                .header("Idempotency-Key", "one", "two")
                .post("/exports/" + export + "/runs")
                .then()
                .statusCode(400)
                .body("detail", equalTo("Send the header Idempotency-Key once."));
        Api.as("viewer").get("/exports/" + export + "/runs").then().body("items", hasSize(0));
    }

    @Test
    void isNotEmpty() {
        for (String path : new String[] {"/exports/" + export + "/runs", "/exports/runs"}) {
            Api.as("contributor")
                    .header("Idempotency-Key", "")
                    .body("{}")
                    .post(path)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("Idempotency-Key"));
        }
        Api.as("viewer").get("/exports/" + export + "/runs").then().body("items", hasSize(0));
    }

    private ValidatableResponse start(String key, Map<String, Object> body) {
        return Api.as("contributor")
                .header("Idempotency-Key", key + export)
                .body(body)
                .post("/exports/" + export + "/runs")
                .then();
    }
}
