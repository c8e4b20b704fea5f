package insights.destination.connection;

import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.connected;
import static insights.destination.Api.read;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import insights.common.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportUserResourceTest {

    private String id;

    @BeforeEach
    void aConnection() {
        AutopilotAnswers.acceptAllKeys();
        id = connected();
    }

    @Test
    void makesACallerWhoHasJustSignedInTheExportUser() {
        become(Duration.ofMinutes(4))
                .statusCode(200)
                .body("exportUser.subject", equalTo("subject-of-ada"))
                .body("exportUser.name", equalTo("ada"))
                .body("exportUser.at", notNullValue());
        as("export-service")
                .get("/internal/connections/" + id)
                .then()
                .body("exportUser.subject", equalTo("subject-of-ada"));
    }

    @Test
    void asksForAFreshSignIn() {
        become(Duration.ofMinutes(6))
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", endsWith(":fresh-sign-in-required"))
                .header("WWW-Authenticate", containsString("error=\"insufficient_user_authentication\""))
                .header("WWW-Authenticate", containsString("max_age=300"));
        read(id).body("exportUser", nullValue());
    }

    @Test
    void asksForAFreshSignInWhenTheTokenDoesNotTell() {
        become(Tokens.of("admin").authenticatedAt(null)).statusCode(401);
    }

    @Test
    void theNextOneReplacesTheOneBefore() {
        become(Duration.ZERO).statusCode(200);
        become(Tokens.of("admin").name("grace")).statusCode(200);
        read(id).body("exportUser.name", equalTo("grace"));
    }

    @Test
    void canBeRemoved() {
        become(Duration.ZERO).statusCode(200);
        anyVersion("admin")
                .delete("/connections/" + id + "/export-user")
                .then()
                .statusCode(200)
                .body("exportUser", nullValue());
        as("export-service").get("/internal/connections/" + id).then().body("exportUser", nullValue());
    }

    private ValidatableResponse become(Duration signedInAgo) {
        return become(
                Tokens.of("admin").name("ada").authenticatedAt(Instant.now().minus(signedInAgo)));
    }

    private ValidatableResponse become(Tokens token) {
        return anyVersion(token).put("/connections/" + id + "/export-user").then();
    }
}
