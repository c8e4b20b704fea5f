package insights.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.platform.process.PlatformFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Consumer;

/** Calls a JSON API as one user. Refusals are answers too: {@link Answer#succeeded()} is for those who expect none. */
public final class ApiClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String[] ANY_VERSION = {"If-Match", "*"};

    private final URI base;
    private final String header;
    private final String credential;
    private final Consumer<Answer> witness;

    private ApiClient(URI base, String header, String credential, Consumer<Answer> witness) {
        this.base = base;
        this.header = header;
        this.credential = credential;
        this.witness = witness;
    }

    /** A client of our API, for whom the token says. */
    public static ApiClient withToken(URI base, String token) {
        return withHeader(base, "Authorization", "Bearer " + token);
    }

    /** A client whose requests all carry one header. */
    public static ApiClient withHeader(URI base, String name, String value) {
        return new ApiClient(base, name, value, answer -> {});
    }

    /** The same client, with somebody who sees all answers. */
    public ApiClient witnessedBy(Consumer<Answer> observer) {
        return new ApiClient(base, header, credential, observer);
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, "application/json", json(body));
    }

    public Answer postCsv(String path, String csv) {
        return post(path, "text/csv", csv);
    }

    /** Posts a text as it is. */
    public Answer post(String path, String contentType, String text) {
        return send("POST", path, contentType, BodyPublishers.ofString(text));
    }

    /** Puts something without words in its place, whatever the version of what it changes. */
    public Answer put(String path) {
        return send("PUT", path, null, BodyPublishers.noBody(), ANY_VERSION);
    }

    /** The same with words. */
    public Answer put(String path, Object body) {
        return send("PUT", path, "application/json", json(body), ANY_VERSION);
    }

    /** Edits something by merge patch, whatever its version is. */
    public Answer edit(String path, Object changes) {
        return send("PATCH", path, "application/merge-patch+json", json(changes), ANY_VERSION);
    }

    /** Puts something in the place of what is there, whatever its version is. */
    public Answer replace(String path, Object body) {
        return send("PUT", path, "application/json", json(body), ANY_VERSION);
    }

    /** Removes something, whatever its version is. */
    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody(), ANY_VERSION);
    }

    private Answer send(String method, String path, String type, BodyPublisher body, String... headers) {
        URI address = URI.create(base + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, body)
                .header(header, credential)
                .timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            Answer answer =
                    new Answer(method + " " + address, response.statusCode(), response.headers(), response.body());
            witness.accept(answer);
            return answer;
        } catch (IOException e) {
            throw new PlatformFailure("%s was not answered: %s".formatted(address, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure(address + " was not waited for", e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
