package insights.export.testing;

import insights.common.testing.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** A client of server-sent events that reads as slowly as the test likes. */
public final class EventStream implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final Scanner lines;

    /** An event: its name, and its data as JSON. */
    public record Event(String name, Json data) {}

    public EventStream(String uri, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", "7")
                .header("Authorization", "Bearer " + token)
                .build();
        response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        lines = new Scanner(response.body(), StandardCharsets.UTF_8);
    }

    public int status() {
        return response.statusCode();
    }

    public String contentType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    /** The next event; null at the end of the stream. */
    public Event next() {
        String name = null;
        StringBuilder data = new StringBuilder();
        while (lines.hasNextLine()) {
            String line = lines.nextLine();
            if (line.isEmpty() && name != null) {
                return new Event(name, Json.from(data.toString()));
            }
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()));
            }
        }
        return null;
    }

    /** All events until the end of the stream. */
    public List<Event> rest() {
        List<Event> events = new ArrayList<>();
        for (Event event = next(); event != null; event = next()) {
            events.add(event);
        }
        return events;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
