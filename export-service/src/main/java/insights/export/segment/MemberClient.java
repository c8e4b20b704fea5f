package insights.export.segment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import insights.common.job.Job;
import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import insights.common.trace.TraceParent;
import insights.export.ExportProblem;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the members of segments as a stream. It uses the JDK's HTTP client, because that hands the lines over as they
 * come and makes the sender wait when this side is slow; a REST client reads the whole body first.
 */
@ApplicationScoped
public class MemberClient {

    /** Bytes of an answer that says why there is none. */
    private static final int MAX_PROBLEM = 64 * 1024;

    private static final int UNAUTHORIZED = 401;

    private final Set<MemberStream> open = ConcurrentHashMap.newKeySet();
    private final URI base;
    private final ServiceToken token;
    private final SegmentClient segments;
    private final ObjectMapper json;
    private final ObjectReader members;
    private final SegmentServiceConfig config;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    MemberClient(
            @ConfigProperty(name = "quarkus.rest-client.segment-service.url") URI base,
            ServiceToken token,
            SegmentClient segments,
            ObjectMapper json,
            SegmentServiceConfig config) {
        this.base = base;
        this.token = token;
        this.segments = segments;
        this.json = json;
        this.members = json.readerFor(Member.class).with(withoutLookingForDuplicates(json.getFactory()));
        this.config = config;
    }

    /**
     * A look at every name costs time, and who sends is one of us. Jackson (2.21) ignores the feature where a reader turns it off
     * that its factory has on.
     */
    private static JsonFactory withoutLookingForDuplicates(JsonFactory factory) {
        return factory.copy().disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    /**
     * Opens the stream. The caller closes it, and may do so before its end.
     *
     * @throws RuntimeException a problem: {@code segment-not-refreshed}, {@code segment-inactive}, {@code segment-failed},
     *     {@code unknown-segment}, {@code unknown-field} when segment-service says so, otherwise {@code unavailable}
     */
    public MemberStream open(MemberQuery query) {
        HttpResponse<InputStream> response = send(
                () -> request(uri(query))
                        .header("Accept", "application/x-ndjson")
                        .build(),
                config.begin(),
                HttpResponse.BodyHandlers.ofInputStream());
        try {
            if (response.statusCode() == 200) {
                MemberStream stream = new MemberStream(response.body(), size(response), members, open::remove);
                open.add(stream);
                return stream;
            }
            try (InputStream problem = response.body()) {
                byte[] body = problem.readNBytes(MAX_PROBLEM);
                throw response.statusCode() == 409 ? withoutMembers(query, body) : refused(response.statusCode(), body);
            }
        } catch (IOException e) {
            throw SegmentClient.unavailable();
        }
    }

    /** Gives up streams whose sender fell silent: a machine that is gone closes no connection. */
    @Job
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP, executeWith = Scheduled.SIMPLE)
    void closeSilent() {
        open.stream().filter(stream -> stream.isSilentFor(config.silence())).forEach(MemberStream::close);
    }

    /**
     * Attributes of profiles, whether they are in a segment or not. Who is not there is left out.
     *
     * @param profiles at most 1,000 ids
     */
    public Map<String, Map<String, JsonNode>> lookUp(List<String> profiles, List<String> fields) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, JsonNode>> found = new HashMap<>();
        ask("internal/profiles", Map.of("profileIds", profiles, "fields", fields))
                .path("items")
                .forEach(item -> {
                    Map<String, JsonNode> attributes = new HashMap<>();
                    item.path("attributes")
                            .properties()
                            .forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
                    found.put(item.path("profileId").asText(), attributes);
                });
        return found;
    }

    /** The answer to a question; a problem where there is none. */
    JsonNode ask(String path, Map<String, ?> question) {
        try {
            byte[] asked = json.writeValueAsBytes(question);
            HttpResponse<byte[]> response = send(
                    () -> request(UriBuilder.fromUri(base).path(path).build())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(asked))
                            .build(),
                    config.answer(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 404) {
                throw SegmentClient.unavailable();
            }
            if (response.statusCode() != 200) {
                throw refused(response.statusCode(), response.body());
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw SegmentClient.unavailable();
        }
    }

    /** A token that is refused is not shown a second time. */
    private <T> HttpResponse<T> send(
            Supplier<HttpRequest> request, Duration patience, HttpResponse.BodyHandler<T> handler) {
        HttpResponse<T> answer = sendOnce(request.get(), patience, handler);
        if (answer.statusCode() != UNAUTHORIZED) {
            return answer;
        }
        token.wasRefused();
        return sendOnce(request.get(), patience, handler);
    }

    /** Until the answer begins, or is there, as the handler waits. A timeout of the request would end long streams. */
    private <T> HttpResponse<T> sendOnce(HttpRequest request, Duration patience, HttpResponse.BodyHandler<T> handler) {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, handler);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw SegmentClient.unavailable();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw SegmentClient.unavailable();
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token.get());
        TraceParent.current().ifPresent(parent -> request.header(TraceParent.HEADER, parent));
        return request;
    }

    private URI uri(MemberQuery query) {
        UriBuilder uri = UriBuilder.fromUri(base)
                .path("segments/members")
                .queryParam("segments", "{segments}")
                .queryParam("fields", "{fields}")
                .resolveTemplate(
                        "segments",
                        query.segments().stream().map(UUID::toString).collect(Collectors.joining(",")))
                .resolveTemplate("fields", String.join(",", query.fields()));
        if (query.optOutKeyOf() != null) {
            uri.queryParam("optOutKeyOf", "{key}").resolveTemplate("key", query.optOutKeyOf());
        }
        if (query.after() != null) {
            uri.queryParam("after", "{after}").resolveTemplate("after", query.after());
        }
        return uri.build();
    }

    private static long size(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("X-Member-Count").orElseThrow(SegmentClient::unavailable);
    }

    /** To refresh is of no use where somebody switched a segment off, or its rule does not fit any more. */
    private RuntimeException withoutMembers(MemberQuery query, byte[] body) throws IOException {
        JsonNode problem = json.readTree(body);
        if (problem.path("type").asText().endsWith(":segment-failed")) {
            return NoMembers.failed(problem.path("detail").asText());
        }
        return query.segments().stream()
                .map(segments::find)
                .flatMap(Optional::stream)
                .filter(Segment::isInactive)
                .findFirst()
                .map(inactive -> NoMembers.inactive(inactive.displayName()))
                .orElseGet(NoMembers::notRefreshed);
    }

    /** What segment-service says of several things with one status is told apart by the problem's type. */
    private RuntimeException refused(int status, byte[] problem) throws IOException {
        String type = status < 500 ? json.readTree(problem).path("type").asText() : "";
        if (type.endsWith(":unknown-segment")) {
            return refused(404);
        }
        return type.endsWith(":segment-inactive")
                ? Problem.of(
                        ExportProblem.SEGMENT_INACTIVE,
                        "A segment of the export is inactive, so nobody in it is sent: activate it and refresh, or"
                                + " choose other segments.")
                : refused(status);
    }

    private static RuntimeException refused(int status) {
        return switch (status) {
            case 404 -> NoMembers.gone();
            case 422 ->
                Problem.of(
                        ExportProblem.UNKNOWN_FIELD, "A field of the data matching is gone; choose the fields anew.");
            case 401, 403 ->
                Problem.of(
                        CommonProblem.INTERNAL_ERROR,
                        "segment-service does not accept this service; tell the operator.");
            default -> SegmentClient.unavailable();
        };
    }
}
