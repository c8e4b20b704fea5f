package insights.export.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What this service sees of destination-service and segment-service, held in memory and changed by the tests. It answers
 * as their committed API descriptions say.
 */
public final class Neighbours {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Neighbours INSTANCE = new Neighbours();

    private final Map<String, Map<String, Object>> connections = new ConcurrentHashMap<>();
    private final Map<String, String> keys = new ConcurrentHashMap<>();
    private final Map<String, String> keyIds = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> attention = new ConcurrentHashMap<>();
    private final Map<String, Integer> looks = new ConcurrentHashMap<>();
    private final Map<String, String> segments = new ConcurrentHashMap<>();
    private final Set<String> unrefreshed = ConcurrentHashMap.newKeySet();
    private final NavigableMap<String, Profile> profiles = new ConcurrentSkipListMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Runnable> afterCounting = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> afterReading = new AtomicReference<>(() -> {});
    private final Map<String, Map<String, Object>> fields = new ConcurrentHashMap<>();
    private final Set<String> inactive = ConcurrentHashMap.newKeySet();
    private final Map<String, String> failed = new ConcurrentHashMap<>();
    private final KnownOptOuts optOuts = new KnownOptOuts(profiles);
    private final AtomicReference<Runnable> afterOptOuts = new AtomicReference<>(() -> {});
    private volatile boolean cutStreams;
    private volatile boolean silentOnOptOuts;
    private volatile HttpHandler insteadOfConnections;

    record Profile(Instant updatedAt, Set<String> segments, Map<String, Object> attributes) {}

    private Neighbours() {
        resetFields();
        try {
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), Integer.getInteger(NeighboursResource.PORT)),
                    0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listen(server, "/destination/internal/connections", this::connections);
            listen(server, "/destination/internal/connections/", this::connection);
            listen(server, "/segment/profiles/fields", this::fields);
            listen(server, "/segment/segments/members", this::members);
            listen(server, "/segment/segments/", this::segment);
            listen(server, "/segment/internal/profiles", this::lookUp);
            listen(server, "/segment/internal/profiles/opt-outs", this::optOuts);
            listen(server, "/segment/internal/member-counts", this::memberCounts);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen(HttpServer server, String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("traceparent"));
            handler.handle(exchange);
        });
    }

    public static Neighbours get() {
        return INSTANCE;
    }

    /** A connection that may be used, with the account's key. */
    public UUID connection(Sandbox account, double rate) {
        return connection("AUTOPILOT", Sandbox.endpoint(), account.key(), rate);
    }

    /** The same to an account anywhere. */
    public UUID connection(String type, URI endpoint, String key, double rate) {
        UUID id = UUID.randomUUID();
        Map<String, Object> connection = new ConcurrentHashMap<>(Map.of(
                "id",
                id.toString(),
                "type",
                type,
                "displayName",
                type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT),
                "status",
                "CONNECTED",
                "sharedWithContributors",
                true,
                "endpoint",
                endpoint.toString(),
                "rateLimitPerSecond",
                rate,
                "consented",
                true,
                "exportUser",
                Map.of("subject", "s", "name", "admin")));
        connections.put(id.toString(), connection);
        keys.put(id.toString(), key);
        return id;
    }

    public void change(UUID connection, String member, Object value) {
        if (value == null) {
            connections.get(connection.toString()).remove(member);
        } else {
            connections.get(connection.toString()).put(member, value);
        }
    }

    /** Leads the connection to another account, whose key has an id too. */
    public void replaceKey(UUID connection, String id, Sandbox account) {
        keys.put(connection.toString(), account.key());
        replaceKey(connection, id);
    }

    public void removeConnection(UUID connection) {
        connections.remove(connection.toString());
    }

    /** How often somebody looked at the connection who knew already what it is now. */
    public int looksThatToldNothing(UUID connection) {
        return looks.getOrDefault(connection + " known", 0);
    }

    /** How often somebody looked at the connection and had to be told what it is. */
    public int looksThatTold(UUID connection) {
        return looks.getOrDefault(connection + " told", 0);
    }

    public boolean needsAttention(UUID connection) {
        return attention.containsKey(connection.toString());
    }

    /** From now on the connection has another key, by this id. */
    public void replaceKey(UUID connection, String keyId) {
        keyIds.put(connection.toString(), keyId);
    }

    /** The id of the key that was said to be refused; null when none was given. */
    public String refusedKey(UUID connection) {
        return attention.get(connection.toString()).path("keyId").textValue();
    }

    public UUID segment(String name) {
        UUID id = UUID.randomUUID();
        segments.put(id.toString(), name);
        return id;
    }

    /** A segment that has no members yet. */
    public UUID unrefreshedSegment(String name) {
        UUID id = segment(name);
        forgetRefresh(id);
        return id;
    }

    /** As if no refresh had computed the segment yet. */
    public void forgetRefresh(UUID segment) {
        unrefreshed.add(segment.toString());
    }

    public void profile(String id, Instant updatedAt, Map<String, Object> attributes, UUID... in) {
        Set<String> ids = Set.of(Arrays.stream(in).map(UUID::toString).toArray(String[]::new));
        Profile profile = new Profile(updatedAt, ids, attributes);
        profiles.put(id, profile);
        optOuts.changed(id);
    }

    public void rename(UUID segment, String name) {
        segments.put(segment.toString(), name);
    }

    public void removeSegment(UUID segment) {
        segments.remove(segment.toString());
    }

    /** Somebody is erased; nobody has been told yet. */
    public void erase(String profile) {
        optOuts.addErased(profile);
        removeProfile(profile);
    }

    public void removeProfile(String id) {
        profiles.remove(id);
    }

    /** A field that the profiles have. @param role may be null */
    public void field(String name, String type, String role) {
        Map<String, Object> field = new HashMap<>(Map.of("name", name, "type", type, "filled", 1, "distinct", 3));
        if (role != null) {
            field.put("role", role);
        }
        fields.put(name, field);
    }

    public void removeField(String name) {
        fields.remove(name);
    }

    /** As the fields are for tests that do not change them. */
    public void resetFields() {
        fields.clear();
        field("email", "string", "EMAIL");
        field("other_email", "string", "EMAIL");
        field("first_name", "string", null);
        field("nickname", "string", null);
        field("points", "number", null);
        field("phone", "string", null);
        field("loyal", "boolean", null);
        field("born", "date", null);
        field("opted_out", "boolean", "OPT_OUT");
    }

    /** Switches a segment off: it has no members any more. */
    public void deactivate(UUID segment) {
        inactive.add(segment.toString());
    }

    /** The last refresh could not compute a segment. @param why as segment-service says it */
    public void fail(UUID segment, String why) {
        failed.put(segment.toString(), why);
    }

    /** The person opts out, whether there is a profile or not; for good, and for the addresses that the profile has now. */
    public void optOut(String profile) {
        optOuts.add(profile);
    }

    /** Whether segment-service is one that says nothing of opt-outs. */
    public void silentOnOptOuts(boolean silent) {
        silentOnOptOuts = silent;
    }

    /** Address and {@code traceparent} of each request that was made here about something. */
    public List<String> requestsAbout(UUID id) {
        return requests.stream()
                .filter(request -> request.contains(id.toString()))
                .toList();
    }

    /** How many requests were made here whose address begins like that. */
    public long requestsTo(String path) {
        return requests.stream().filter(request -> request.startsWith(path)).count();
    }

    public void forgetRequests() {
        requests.clear();
    }

    /** Whether member streams break off in the middle. */
    public void cutStreams(boolean cut) {
        cutStreams = cut;
    }

    /** Does something once, when people have been counted the next time. */
    public void afterPeopleWereCounted(Runnable change) {
        afterCounting.set(change);
    }

    /** Does something once, when somebody has asked the next time who of certain people opted out. */
    public void afterOptOutsWereAsked(Runnable change) {
        afterOptOuts.set(change);
    }

    /** Does something once, when people have been read the next time and before they are read again. */
    public void afterPeopleWereRead(Runnable change) {
        afterReading.set(change);
    }

    /** What happens when several connections are asked for at once, as a list does; null: an answer. */
    public void instead(HttpHandler handler) {
        insteadOfConnections = handler;
    }

    private void connections(HttpExchange exchange) throws IOException {
        HttpHandler instead = insteadOfConnections;
        if (instead != null) {
            instead.handle(exchange);
            return;
        }
        List<Object> found = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> connections.get(pair.substring("id=".length())))
                .filter(connection -> connection != null)
                .map(Object.class::cast)
                .toList();
        Exchanges.answer(exchange, 200, Map.of("items", found));
    }

    private void connection(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String id = path[4];
        if (!connections.containsKey(id)) {
            Exchanges.answer(exchange, 404, Map.of());
        } else if (path.length == 5) {
            String body = JSON.writeValueAsString(connections.get(id));
            String tag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
            boolean known = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            looks.merge(id + (known ? " known" : " told"), 1, Integer::sum);
            exchange.getResponseHeaders().set("ETag", tag);
            if (known) {
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
            } else {
                Exchanges.answer(exchange, 200, JSON.readTree(body));
            }
        } else if (path[5].equals("fields")) {
            Object custom = connections.get(id).get("customFields");
            Exchanges.answer(
                    exchange,
                    custom == null ? 503 : 200,
                    custom == null ? Map.of() : Map.of("items", custom, "customFieldsKnown", true));
        } else if (path[5].equals("api-key")) {
            if (keyIds.containsKey(id)) {
                exchange.getResponseHeaders().set("ETag", "\"" + keyIds.get(id) + "\"");
            }
            Exchanges.answer(exchange, 200, Map.of("apiKey", keys.get(id)));
        } else {
            attention.put(id, JSON.readTree(exchange.getRequestBody().readAllBytes()));
            Exchanges.answer(exchange, 200, Map.of());
        }
    }

    private void fields(HttpExchange exchange) throws IOException {
        Exchanges.answer(exchange, 200, Map.of("items", fields.values()));
    }

    private void optOuts(HttpExchange exchange) throws IOException {
        if (silentOnOptOuts) {
            Exchanges.answer(exchange, 404, Map.of());
            return;
        }
        Map<String, List<String>> asked =
                JSON.readValue(exchange.getRequestBody().readAllBytes(), new TypeReference<>() {});
        Exchanges.answer(exchange, 200, optOuts.answer(asked.get("profileIds"), asked.get("optOutKeys")));
        afterOptOuts.getAndSet(() -> {}).run();
    }

    private void segment(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/segment/segments/".length());
        String name = segments.get(id);
        if (name == null) {
            Exchanges.answer(exchange, 404, Map.of());
            return;
        }
        Map<String, Object> segment = new HashMap<>(
                Map.of("id", id, "displayName", name, "status", inactive.contains(id) ? "INACTIVE" : "ACTIVE"));
        if (!unrefreshed.contains(id)) {
            segment.put(
                    "size",
                    profiles.values().stream()
                            .filter(profile -> profile.segments().contains(id))
                            .count());
        }
        Exchanges.answer(exchange, 200, segment);
    }

    private void members(HttpExchange exchange) throws IOException {
        Map<String, String> query = Exchanges.query(exchange);
        List<String> asked = Arrays.asList(query.get("segments").split(","));
        if (!segments.keySet().containsAll(asked)) {
            Exchanges.answer(exchange, 404, Map.of());
            return;
        }
        if (asked.stream().anyMatch(failed::containsKey)) {
            Exchanges.answer(
                    exchange,
                    409,
                    Map.of("type", "urn:insights:problem:segment-failed", "detail", failed.get(asked.getFirst())));
            return;
        }
        if (asked.stream().anyMatch(segment -> unrefreshed.contains(segment) || inactive.contains(segment))) {
            Exchanges.answer(exchange, 409, Map.of());
            return;
        }
        List<String> fields = Arrays.asList(query.getOrDefault("fields", "").split(","));
        StringBuilder lines = new StringBuilder();
        int count = 0;
        for (Map.Entry<String, Profile> profile : profiles.entrySet()) {
            List<String> in = asked.stream()
                    .filter(profile.getValue().segments()::contains)
                    .toList();
            if (in.isEmpty() || profile.getKey().compareTo(query.getOrDefault("after", "")) <= 0) {
                continue;
            }
            Map<String, Object> attributes = new HashMap<>(profile.getValue().attributes());
            attributes.keySet().retainAll(fields);
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("profileId", profile.getKey());
            line.put("updatedAt", profile.getValue().updatedAt().toString());
            if (!silentOnOptOuts) {
                line.put("optedOut", optOuts.isToldAsOut(profile.getKey(), profile.getValue(), asked));
            }
            optOuts.key(profile.getKey(), profile.getValue(), query.get("optOutKeyOf"))
                    .ifPresent(key -> line.put("optOutKey", key));
            line.put("segments", in);
            line.put("attributes", attributes);
            lines.append(JSON.writeValueAsString(line)).append('\n');
            count++;
        }
        byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("X-Member-Count", Integer.toString(count));
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        int length = cutStreams ? body.length / 2 : body.length;
        exchange.getResponseBody().write(body, 0, length);
        afterReading.getAndSet(() -> {}).run();
        exchange.close();
    }

    private void memberCounts(HttpExchange exchange) throws IOException {
        Map<String, List<List<String>>> asked =
                JSON.readValue(exchange.getRequestBody().readAllBytes(), new TypeReference<>() {});
        List<List<String>> choices = asked.get("choices");
        Map<List<String>, Long> counts = new HashMap<>();
        choices.forEach(choice -> counts.put(choice, 0L));
        profiles.values()
                .forEach(profile -> counts.replaceAll(
                        (choice, count) -> choice.stream().anyMatch(profile.segments()::contains) ? count + 1 : count));
        List<Object> segmentsAsked = choices.stream()
                .flatMap(List::stream)
                .distinct()
                .filter(segments::containsKey)
                .<Object>map(id -> Map.of(
                        "id",
                        id,
                        "displayName",
                        segments.get(id),
                        "active",
                        !inactive.contains(id),
                        "refreshed",
                        !unrefreshed.contains(id) && !failed.containsKey(id),
                        "failure",
                        failed.getOrDefault(id, "")))
                .toList();
        List<Long> told = new ArrayList<>();
        choices.forEach(choice -> told.add(choice.stream().allMatch(this::hasMembers) ? counts.get(choice) : null));
        afterCounting.getAndSet(() -> {}).run();
        Exchanges.answer(exchange, 200, Map.of("counts", told, "segments", segmentsAsked));
    }

    private boolean hasMembers(String segment) {
        return segments.containsKey(segment)
                && !failed.containsKey(segment)
                && !unrefreshed.contains(segment)
                && !inactive.contains(segment);
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        Map<String, List<String>> asked =
                JSON.readValue(exchange.getRequestBody().readAllBytes(), new TypeReference<>() {});
        List<Map<String, Object>> items = new ArrayList<>();
        for (String id : asked.get("profileIds")) {
            Profile profile = profiles.get(id);
            if (profile != null) {
                Map<String, Object> attributes = new HashMap<>(profile.attributes());
                attributes.keySet().retainAll(asked.get("fields"));
                items.add(Map.of("profileId", id, "attributes", attributes));
            }
        }
        Exchanges.answer(exchange, 200, Map.of("items", items));
    }
}
