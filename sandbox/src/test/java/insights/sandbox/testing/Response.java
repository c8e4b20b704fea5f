package insights.sandbox.testing;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What came back. */
public record Response(int status, HttpHeaders headers, String body) {

    public JsonNode json() {
        try {
            return Json.parse(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String member) {
        return json().path(member).asText(null);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}
