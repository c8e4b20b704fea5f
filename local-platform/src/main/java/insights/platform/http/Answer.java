package insights.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;

/** What an API answered. */
public record Answer(String request, int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON, whatever the status. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body as one JSON value per line. */
    public List<JsonNode> lines() {
        return body.lines()
                .map(line -> new Answer(request, status, headers, line).json())
                .toList();
    }

    /** The address of what was made or begun. */
    public URI location() {
        return URI.create(headers.firstValue("Location").orElseThrow());
    }

    /** This, if it is a success. */
    public Answer succeeded() {
        if (status / 100 != 2) {
            throw new UnexpectedAnswer(this);
        }
        return this;
    }
}
