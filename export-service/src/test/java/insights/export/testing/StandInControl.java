package insights.export.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.testing.Fetch;
import insights.common.testing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/**
 * Requests to the sandbox, its control plane or its APIs. They are many, and some answers large, so they are made and read
 * by plain means: REST Assured compiles a script for each value that it reads.
 */
final class StandInControl {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private StandInControl() {}

    /** What is answered to a GET. */
    static Json get(String address) {
        return Json.from(Fetch.text(address));
    }

    /** The objects of an answer that has one in each line. */
    static List<Map<String, Object>> getLines(String address) {
        return Fetch.text(address)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Json.from(line).<String, Object>getMap(""))
                .toList();
    }

    /** Makes a request that must be answered with a status. @param body may be null */
    static String send(String method, String address, Object body, int status) {
        return text(method, address, body, status, Map.of());
    }

    /** What is answered by an API, whatever its status. */
    static HttpResponse<String> ask(String method, String address, Object body, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            headers.forEach(request::header);
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String text(String method, String address, Object body, int status, Map<String, String> headers) {
        HttpResponse<String> answer = ask(method, address, body, headers);
        if (answer.statusCode() != status) {
            throw new AssertionError(method + " " + address + " was answered " + answer.statusCode() + " and not "
                    + status + ": " + answer.body());
        }
        return answer.body();
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
