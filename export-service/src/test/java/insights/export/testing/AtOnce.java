package insights.export.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.testing.Fetch;
import insights.common.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Requests by plain means, several under way at the same time; REST Assured makes its one after the other, more or less. */
public final class AtOnce {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private AtOnce() {}

    /** A request to post something as somebody. */
    public static HttpRequest post(String role, String path, Object body, String... headers) {
        return withBody(role, "POST", path, body, headers);
    }

    /** A request to change something, whatever version it has. */
    public static HttpRequest change(String role, String method, String path, Object body) {
        return withBody(role, method, path, body, "If-Match", "*");
    }

    private static HttpRequest withBody(String role, String method, String path, Object body, String... headers) {
        try {
            HttpRequest.Builder request = request(role, path)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
            return (headers.length == 0 ? request : request.headers(headers)).build();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A request to remove something, whatever version it has. */
    public static HttpRequest delete(String role, String path) {
        return request(role, path).header("If-Match", "*").DELETE().build();
    }

    private static HttpRequest.Builder request(String role, String path) {
        return HttpRequest.newBuilder(URI.create(Fetch.address(path)))
                .header("Authorization", "Bearer " + Tokens.token(role));
    }

    /** Sends them all, and returns what was answered, in the same order. */
    public static List<HttpResponse<String>> send(List<HttpRequest> requests) {
        List<CompletableFuture<HttpResponse<String>>> underWay = requests.stream()
                .map(request -> HTTP.sendAsync(request, BodyHandlers.ofString()))
                .toList();
        return underWay.stream().map(CompletableFuture::join).toList();
    }
}
