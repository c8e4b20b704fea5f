package insights.common.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every service does with requests that hardly anybody means: each is answered in words, and harms nobody else. */
public abstract class DoorsContract {

    private static final int PATIENCE_MS = 60_000;

    /** A path that takes GET for the role of {@link #role()}, and POST with a JSON object, but not DELETE. */
    protected abstract String path();

    /** A role that may GET and POST at {@link #path()}. */
    protected abstract String role();

    /** Cases D10, D11. */
    @Test
    void aMethodThatIsNotTakenIsAnsweredWithThoseThatAre() {
        List<String> allowed = Arrays.asList(caller().delete(path())
                .then()
                .statusCode(405)
                .body("type", equalTo("urn:insights:problem:method-not-allowed"))
                .extract()
                .header("Allow")
                .split(", "));
        assertThat(allowed).contains("GET", "HEAD", "OPTIONS", "POST").doesNotContain("DELETE", "PUT");
        caller().options(path()).then().statusCode(204).header("Allow", equalTo(String.join(", ", allowed)));
        caller().request("PURGE", path()).then().statusCode(405);
    }

    /** Case D14. */
    @Test
    void parametersThatNobodyKnowsAreRefusedByName() {
        for (String query : List.of("surprise=1", "limit[]=5", "Limit=5")) {
            caller().urlEncodingEnabled(false)
                    .get(path() + "?" + query)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:insights:problem:validation-failed"))
                    .body("errors[0].pointer", equalTo(query.substring(0, query.indexOf('='))));
        }
    }

    /** Such as {@code q=xxx…}: a query at {@link #path()} that is refused for what its one parameter holds, or how often. */
    protected abstract String refusedQuery();

    /** Case D14. */
    @Test
    void refusedParametersAreCalledByTheirOwnNames() {
        String query = refusedQuery();
        caller().urlEncodingEnabled(false)
                .get(path() + "?" + query)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:insights:problem:validation-failed"))
                .body("errors[0].pointer", equalTo(query.substring(0, query.indexOf('='))))
                .body("errors[0].detail", matchesPattern("give up to 100 (characters|entries)"));
    }

    /** Case D02. */
    @Test
    void moreThanABodyMayHaveIsRefusedBeforeItIsRead() throws IOException {
        String request = "POST " + path()
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + Tokens.token(role()) + "\r\nContent-Length: 30000000\r\n\r\n";
        try (Socket socket = connection()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(firstAnswer(socket))
                    .startsWith("HTTP/1.1 413 ")
                    .contains("urn:insights:problem:too-large", " bytes");
        }
    }

    /** Case D12. */
    @Test
    void aLongHeaderIsRead() {
        caller().header("X-Long", "x".repeat(40_000)).get(path()).then().statusCode(200);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        caller().header("Idempotency-Key", "")
                .get(path())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("Idempotency-Key"));
    }

    /** Case D12. */
    @Test
    void aLongAddressIsRead() {
        caller().get(path() + "?surprise=" + "x".repeat(100_000))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("surprise"));
    }

    @Test
    void theCharacterWithoutPlaceInATextIsNamed() {
        caller().contentType("application/json")
                .body("{\"displayName\":\"a\\u0000b\"}")
                .post(path())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/displayName"))
                .body("errors[0].detail", equalTo("has the character U+0000"));
    }

    /** Case D15. */
    @Test
    void namesHaveAsManyCharactersAsPeopleSee() {
        String name = "\ud83d\ude00".repeat(100);
        named(name).body("errors.pointer", not(hasItem("/displayName")));
        named(name + "x").body("errors.pointer", hasItem("/displayName"));
    }

    private ValidatableResponse named(String name) {
        return caller().contentType("application/json; charset=utf-8")
                .body("{\"displayName\":\"" + name + "\"}")
                .post(path())
                .then()
                .statusCode(422);
    }

    /** Case D14. */
    @Test
    void numbersAreWrittenInOneWay() {
        for (String query : List.of("limit=005", "limit=%D9%A5", "limit=", "limit=%2B5", "limit=5&limit=6")) {
            caller().urlEncodingEnabled(false)
                    .get(path() + "?" + query)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("limit"));
        }
    }

    /** Cases D06, D07, D08. */
    @Test
    void answersJsonInUtf8OrSaysThatItCannot() {
        for (String type : List.of(
                "", "*/*", "application/*", "text/html, application/json;q=0.5", "application/json;charset=utf-8")) {
            caller().header("Accept", type)
                    .get(path())
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("application/json"))
                    .contentType(not(containsString("16")));
        }
        for (String type : List.of("text/html", "garbage", "application/xml", "application/json;charset=utf-16")) {
            caller().header("Accept", type)
                    .get(path())
                    .then()
                    .statusCode(406)
                    .body("type", equalTo("urn:insights:problem:not-acceptable"));
        }
    }

    /** Case D13. */
    @Test
    void takesJsonInUtf8AsItIs() {
        for (String type : List.of("application/json;charset=iso-8859-1", "application/json;charset=nope")) {
            Response response = caller().header("Content-Type", type)
                    .body("{}".getBytes(StandardCharsets.US_ASCII))
                    .post(path());
            response.then().statusCode(415).body("detail", containsString("UTF-8"));
        }
        caller().header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .body("{}".getBytes(StandardCharsets.US_ASCII))
                .post(path())
                .then()
                .statusCode(415)
                .body("detail", containsString("Content-Encoding"));
    }

    /** Case D12. */
    @Test
    void addressesThatAreNoneAreRefused() throws IOException {
        assertThat(conversation("GET " + path() + "?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(conversation("GET " + path() + " HTTP/1.1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:insights:problem:unreadable-request", "Host");
    }

    /** Case D19. */
    @Test
    void twoBlanksBehindBearerAreOne() {
        given().header("Authorization", "Bearer  " + Tokens.token(role()))
                .get(path())
                .then()
                .statusCode(200);
    }

    /** Case D20. */
    @Test
    void whatTwoServersCouldReadDifferentlyEndsTheConnection() throws IOException {
        String head = "GET " + path() + " HTTP/1.1\r\nHost: localhost\r\n";
        assertThat(conversation(
                        head + "Transfer-Encoding: xchunked\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 501 ")
                .contains("urn:insights:problem:not-implemented")
                .containsOnlyOnce("HTTP/1.1 ");
        assertThat(conversation(head + "Host: other\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(conversation(head + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    /** On the connection of an answer that came before the body, the next request is answered, or the connection is closed (D02). */
    @Test
    void anAnswerBeforeTheBodyLeavesNoDeadConnection() throws IOException {
        for (int length : List.of(1_000, 400_000, 900_000)) {
            String head = "POST " + path()
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + length
                    + "\r\n\r\n";
            String next = "GET " + path() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            assertThat(conversation(head + " ".repeat(length) + next)).startsWith("HTTP/1.1 401 ");
        }
    }

    private RequestSpecification caller() {
        return given().auth().oauth2(Tokens.token(role()));
    }

    /** Everything that comes back, until the service ends the connection; fails when it does not. */
    private static String conversation(String request) throws IOException {
        try (Socket socket = connection()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Until the problem that it is has ended; the service may wait for the rest of the request after it. */
    private static String firstAnswer(Socket socket) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int octet = 0; octet >= 0 && octet != '}'; ) {
            octet = socket.getInputStream().read();
            answer.append((char) octet);
        }
        return answer.toString();
    }

    private static Socket connection() throws IOException {
        URI service = URI.create(RestAssured.baseURI);
        Socket socket = new Socket(service.getHost(), RestAssured.port);
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }
}
