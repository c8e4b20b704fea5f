package insights.export.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Takes the place of segment-service and destination-service: any number of made-up people, all of them in the first
 * segment and half of them in the second, and any number of connections.
 */
final class Crowd implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK = 32 * 1024;
    /** So that ids are in the order of their numbers. */
    private static final int FIRST_ID = 10_000_000;

    private final HttpServer server;
    private final Map<String, Map<String, Object>> connections = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private volatile int size;
    private volatile int changed;
    private volatile int gone;

    final UUID everyone = UUID.randomUUID();
    final UUID half = UUID.randomUUID();
    /** Two more with everybody in them. */
    final List<UUID> also = List.of(UUID.randomUUID(), UUID.randomUUID());

    Crowd() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/connections/", this::connection);
        server.createContext("/profiles/fields", exchange -> answer(exchange, Map.of("items", fields())));
        server.createContext(
                "/internal/profiles/opt-outs",
                exchange -> answer(exchange, Map.of("optedOut", List.of(), "optOutKeys", List.of())));
        server.createContext("/internal/member-counts", this::memberCounts);
        server.createContext("/segments/members", this::members);
        server.createContext("/segments/", this::segment);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How many people there are, and how many of them, from the first on, have another name by now. */
    void people(int count, int withAnotherName) {
        size = count;
        changed = withAnotherName;
        gone = 0;
    }

    /** So many, from the first on, leave, and as many come who were never there. */
    void exchange(int count) {
        gone = count;
    }

    UUID connection(String type, String endpoint, String key, double rate) {
        UUID id = UUID.randomUUID();
        connections.put(
                id.toString(),
                Map.of(
                        "id",
                        id,
                        "type",
                        type,
                        "displayName",
                        "Bench",
                        "status",
                        "CONNECTED",
                        "sharedWithContributors",
                        true,
                        "endpoint",
                        endpoint,
                        "rateLimitPerSecond",
                        rate,
                        "consented",
                        true,
                        "exportUser",
                        Map.of("subject", "s", "name", "admin")));
        keys.put(id.toString(), key);
        return id;
    }

    /** A contact as an export of these people makes it. */
    static String contact(int person) {
        return "{\"Email\":\"p%d@example.com\",\"FirstName\":\"Name %d\",\"custom\":{\"integer--Points\":%d,\"boolean--Everyone\":true},\"notify\":false}"
                .formatted(person, person, person % 100);
    }

    static String profileId(int person) {
        return "p" + (FIRST_ID + person);
    }

    private static List<Map<String, Object>> fields() {
        return List.of(
                Map.of("name", "email", "type", "string", "filled", 1, "distinct", 3, "role", "EMAIL"),
                field("first_name", "string"),
                field("points", "number"));
    }

    private static Map<String, Object> field(String name, String type) {
        return Map.of("name", name, "type", type, "filled", 1, "distinct", 3);
    }

    private void connection(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        answer(exchange, path.length > 4 ? Map.of("apiKey", keys.get(path[3])) : connections.get(path[3]));
    }

    private void segment(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/segments/".length());
        int number = also.indexOf(UUID.fromString(id));
        String name = id.equals(everyone.toString()) ? "Everyone" : number < 0 ? "Half" : "Everyone " + (number + 2);
        answer(exchange, Map.of("id", id, "displayName", name, "status", "ACTIVE"));
    }

    private void memberCounts(HttpExchange exchange) throws IOException {
        JsonNode choices =
                JSON.readTree(exchange.getRequestBody().readAllBytes()).path("choices");
        List<Integer> counts = new ArrayList<>();
        choices.forEach(choice -> counts.add(choice.toString().contains(everyone.toString()) ? size : size / 2));
        answer(exchange, Map.of("counts", counts, "segments", List.of()));
    }

    private void members(HttpExchange exchange) throws IOException {
        String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        boolean alsoHalf = query.contains(half.toString());
        String more = also.stream()
                .filter(segment -> query.contains(segment.toString()))
                .map(segment -> "\",\"" + segment)
                .collect(Collectors.joining());
        int first = Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith("after="))
                .map(pair -> Integer.parseInt(pair.substring("after=p".length())) - FIRST_ID + 1)
                .findFirst()
                .orElse(gone);
        int end = gone + size;
        exchange.getResponseHeaders().set("X-Member-Count", Integer.toString(end - first));
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            StringBuilder lines = new StringBuilder();
            for (int person = first; person < end; person++) {
                line(lines, person, alsoHalf, more);
                if (lines.length() > CHUNK || person == end - 1) {
                    body.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
                    lines.setLength(0);
                }
            }
        } catch (IOException e) {
            // The reader has enough.
        }
        exchange.close();
    }

    /** Put together by hand: what the crowd costs would look like a cost of the service. */
    private void line(StringBuilder lines, int person, boolean alsoHalf, String more) {
        lines.append("{\"profileId\":\"p").append(FIRST_ID + person);
        lines.append("\",\"updatedAt\":\"2026-01-01T00:00:00Z\",\"optedOut\":false,\"segments\":[\"")
                .append(everyone)
                .append(more);
        if (alsoHalf && person % 2 == 0) {
            lines.append("\",\"").append(half);
        }
        lines.append("\"],\"attributes\":{\"email\":\"p").append(person);
        lines.append("@example.com\",\"first_name\":\"")
                .append(person < changed ? "Other " : "Name ")
                .append(person);
        lines.append("\",\"points\":").append(person % 100).append("}}\n");
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] json = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
