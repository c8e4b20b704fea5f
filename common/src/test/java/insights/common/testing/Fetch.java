package insights.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Reads by GET what must be there, for what tests ask again and again: a tenth of what REST Assured makes of it. */
public final class Fetch {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST)
            .build();

    private Fetch() {}

    /** What somebody with this role reads at a path of the service under test. */
    public static Json json(String role, String path) {
        return jsonAt(address(path), role);
    }

    /** The same of any service. */
    public static Json jsonAt(String address, String role) {
        HttpResponse<String> answer = answer(address, role);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.from(answer.body());
    }

    /** The status of the answer. */
    public static int status(String role, String path) {
        return answer(address(path), role).statusCode();
    }

    /** Where a path of the service under test is. */
    public static String address(String path) {
        String port = RestAssured.port == RestAssured.UNDEFINED_PORT ? "" : ":" + RestAssured.port;
        return RestAssured.baseURI + port + path.replace(" ", "%20");
    }

    private static HttpResponse<String> answer(String address, String role) {
        return send(
                HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + Tokens.token(role)));
    }

    /** What is at an address that asks nobody who they are. */
    public static String text(String address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
