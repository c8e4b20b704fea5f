package insights.common.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every service promises over HTTP, whatever it is about: who is let in, and that every error is a problem. A
 * service binds it with one small class that names one of its operations.
 */
public abstract class HttpContract extends DoorsContract {

    private static final String PROBLEM = "application/problem+json";

    /** A role that may neither GET nor POST there. */
    protected abstract String otherRole();

    /** What services alone may do, such as {@code GET /internal/members}. */
    protected abstract String operationOfServices();

    @Test
    void refusesCallersWithoutToken() {
        problem(given(), 401, "unauthenticated").header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void refusesExpiredTokens() {
        problem(with(Tokens.of(role()).expiresAt(Instant.now().minusSeconds(60))), 401, "unauthenticated");
    }

    /** A token from whose clock is 20 seconds ahead of ours says that it was issued in the future, and counts from then on (T06). */
    @Test
    void takesTokensOfAProviderWhoseClockIsAhead() {
        Instant then = Instant.now().plusSeconds(20);
        takes(Tokens.of(role()).expiresAt(then.plusSeconds(300)).authenticatedAt(then));
        takes(Tokens.of(role()).notBefore(then).expiresAt(then.plusSeconds(300)));
    }

    /** Else whoever renews a token when it ends would be refused before each renewal. */
    @Test
    void takesTokensOfAProviderWhoseClockIsBehind() {
        takes(Tokens.of(role()).expiresAt(Instant.now().minusSeconds(20)));
    }

    private void takes(Tokens token) {
        given().auth().oauth2(token.sign()).get(path()).then().statusCode(200);
    }

    @Test
    void refusesTokensForAnotherAudience() {
        problem(with(Tokens.of(role()).audience("somebody-else")), 401, "unauthenticated");
    }

    @Test
    void refusesTokensOfAnotherIssuer() {
        problem(with(Tokens.of(role()).issuer("https://idp.example.org")), 401, "unauthenticated");
    }

    @Test
    void refusesTokensSignedWithAnotherKey() {
        problem(with(Tokens.of(role()).foreignKey()), 401, "unauthenticated");
    }

    @Test
    void refusesUnsignedTokens() {
        String payload = Tokens.token(role()).split("\\.")[1];
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        problem(given().auth().oauth2(header + "." + payload + "."), 401, "unauthenticated");
        String signature = Tokens.token(role()).split("\\.")[0] + "." + payload + ".";
        problem(given().auth().oauth2(signature), 401, "unauthenticated");
    }

    @Test
    void refusesRolesThatMayNot() {
        problem(with(Tokens.of(otherRole())), 403, "forbidden");
    }

    /** Who could be asked, if not they themselves? */
    @Test
    void neverTellsAnAdministratorToAskOne() {
        String[] operation = operationOfServices().split(" ");
        error(
                        with(Tokens.of("admin")).contentType("application/json").request(operation[0], operation[1]),
                        403,
                        "forbidden")
                .body("detail", containsString("for services"))
                .body("detail", not(containsString("administrator")));
    }

    @Test
    void answersUnknownPathsWithAProblem() {
        error(allowed().get("/no/such/path"), 404, "not-found");
    }

    @Test
    void answersWrongMethodsWithAProblem() {
        error(allowed().delete(path()), 405, "method-not-allowed");
    }

    @Test
    void answersWrongMediaTypesWithAProblem() {
        error(allowed().contentType("text/plain").body("hello").post(path()), 415, "unsupported-media-type");
    }

    @Test
    void answersUnreadableJsonWithoutRepeatingIt() {
        error(
                        allowed()
                                .contentType("application/json")
                                .body("{\"secret-word\": oops")
                                .post(path()),
                        400,
                        "unreadable-request")
                .body("detail", containsString("line 1"))
                .body(not(containsString("secret-word")));
    }

    @Test
    void answersUnknownMembersWithAPointer() {
        error(
                        allowed()
                                .contentType("application/json")
                                .body("{\"surprise\":1}")
                                .post(path()),
                        400,
                        "unreadable-request")
                .body("errors.pointer", hasItem("/surprise"));
    }

    @Test
    void refusesTheCharacterThatNoTextCanHold() {
        error(allowed().urlEncodingEnabled(false).get(path() + "?q=%00"), 400, "unreadable-request")
                .body("errors[0].pointer", equalTo("q"));
        error(
                        allowed()
                                .contentType("application/json")
                                .body("{\"displayName\":\"a\\u0000b\"}")
                                .post(path()),
                        400,
                        "unreadable-request")
                .body("errors[0].pointer", equalTo("/displayName"));
        error(allowed().urlEncodingEnabled(false).get(path() + "/%00"), 404, "not-found");
    }

    @Test
    void saysOfBytesThatTheyAreNoText() {
        for (String query : List.of("q=%ff", "q=caf%e9", "q=a&q=%c3%28")) {
            error(allowed().urlEncodingEnabled(false).get(path() + "?" + query), 400, "unreadable-request")
                    .body("detail", containsString("UTF-8"));
        }
        byte[] latin1 = "{\"displayName\":\"Caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        error(allowed().contentType("application/json").body(latin1).post(path()), 400, "unreadable-request")
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void readsPathsAsTheyAreWritten() {
        error(allowed().urlEncodingEnabled(false).get(path() + "/x/"), 400, "unreadable-request");
        // What follows a semicolon belongs to the segment: this is no path of ours.
        error(allowed().urlEncodingEnabled(false).get(path() + ";x"), 404, "not-found");
    }

    @Test
    void answersMembersThatAreThereTwice() {
        error(
                        allowed()
                                .contentType("application/json")
                                .body("{\"displayName\":\"a\",\n\"displayName\":\"b\"}")
                                .post(path()),
                        400,
                        "unreadable-request")
                .body("detail", containsString("line 2"))
                .body("detail", containsString("once"));
    }

    @Test
    void answersAnotherShapeOfJsonWithAProblem() {
        error(allowed().contentType("application/json").body("[]").post(path()), 400, "unreadable-request");
    }

    @Test
    void answersValuesOfAnotherTypeWithAPointer() {
        for (String value : List.of("5", "1.5", "true")) {
            error(
                            allowed()
                                    .contentType("application/json")
                                    .body("{\"displayName\":" + value + "}")
                                    .post(path()),
                            400,
                            "unreadable-request")
                    .body("errors[0].pointer", equalTo("/displayName"));
        }
    }

    @Test
    void answersMissingValuesWithPointers() {
        error(allowed().contentType("application/json").body("{}").post(path()), 422, "validation-failed")
                .body("errors[0].pointer", matchesPattern("/.+"))
                .body("errors[0].detail", notNullValue());
    }

    @Test
    void answersAnEmptyBodyWithAProblem() {
        error(allowed().contentType("application/json").post(path()), 422, "validation-failed");
    }

    @Test
    void refusesPageSizesOutOfRange() {
        error(allowed().queryParam("limit", 201).get(path()), 422, "validation-failed")
                .body("errors[0].pointer", equalTo("limit"));
        error(allowed().queryParam("limit", "many").get(path()), 422, "validation-failed")
                .body("errors[0].pointer", equalTo("limit"))
                .body("detail", equalTo("Send a whole number as the parameter `limit`."));
    }

    @Test
    void refusesCursorsItDidNotMake() {
        String characterThatNoTextCanHold = "AA";
        for (String cursor : List.of("%%%", characterThatNoTextCanHold)) {
            error(allowed().queryParam("after", cursor).get(path()), 422, "validation-failed")
                    .body("errors[0].pointer", equalTo("after"));
        }
    }

    @Test
    void echoesTheRequestIdOrMakesOne() {
        allowed()
                .header("X-Request-Id", "from-the-caller")
                .get(path())
                .then()
                .header("X-Request-Id", "from-the-caller");
        allowed()
                .header("X-Request-Id", "not acceptable!")
                .get(path())
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        given().header("X-Request-Id", "in-the-problem")
                .get(path())
                .then()
                .body("requestId", equalTo("in-the-problem"));
    }

    @Test
    void describesItsApiToCallersWhoAreSignedIn() {
        String description = "/openapi/" + service();
        error(given().get(description), 401, "unauthenticated").header("WWW-Authenticate", containsString("Bearer"));
        error(with(Tokens.of(role()).audience("somebody-else")).get(description), 401, "unauthenticated");
        for (String detour : List.of(
                "/.." + description, "/" + description, description + ".json", "/%6F" + description.substring(2))) {
            given().urlEncodingEnabled(false).get(detour).then().statusCode(401).contentType(PROBLEM);
        }
        allowed().get("/openapi/" + service()).then().statusCode(200).body(containsString("openapi: 3"));
    }

    /** The name of the service, which is also its audience. */
    protected abstract String service();

    private RequestSpecification allowed() {
        return with(Tokens.of(role()));
    }

    private static RequestSpecification with(Tokens token) {
        return given().auth().oauth2(token.sign());
    }

    private ValidatableResponse problem(RequestSpecification request, int status, String type) {
        return error(request.get(path()), status, type);
    }

    private static ValidatableResponse error(io.restassured.response.Response response, int status, String type) {
        return response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .header("X-Request-Id", notNullValue())
                .body("type", equalTo("urn:insights:problem:" + type))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("requestId", notNullValue())
                .body(not(containsString("Exception")));
    }
}
