package insights.export.worker;

import static insights.common.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.LogTap;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import insights.export.testing.Spans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run as one trace. */
@QuarkusTest
class RunTraceTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Inject
    Spans spans;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void listenNoMore() {
        spans.close();
    }

    @Test
    void isOneTraceFromTheCallerToEveryRequest() {
        autopilot.fault(Map.of("effect", "STATUS", "status", 503, "next", 1));
        IntStream.range(0, 3)
                .forEach(i -> neighbours.profile(
                        prefix + i, Instant.EPOCH, Map.of("email", "p" + i + "@example.com"), customers));
        UUID connection = neighbours.connection(autopilot, 1_000);
        String export = Api.create(connection, customers);
        spans.listen();
        neighbours.forgetRequests();
        String run;
        List<ExtLogRecord> log;
        try (LogTap tap = new LogTap()) {
            run = Api.as("contributor")
                    .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                    .post("/exports/" + export + "/runs")
                    .path("id");
            Api.end(export, run);
            log = tap.records();
        }

        await().untilAsserted(() -> assertThat(ours("run"))
                .as(() -> "of those that began: " + spans.begun())
                .hasSize(1));
        SpanData root = ours("run").getFirst();
        assertThat(root.getAttributes().get(AttributeKey.stringKey("insights.run")))
                .isEqualTo(run);
        assertThat(ours("destination upsert"))
                .allMatch(span -> span.getParentSpanId().equals(root.getSpanId()))
                .extracting(span -> outcome(span) + " " + attempt(span))
                .containsExactly("unanswered 1", "accepted 2");
        assertThat(ours("destination join")).hasSize(3).allMatch(span -> outcome(span)
                .equals("accepted"));
        for (UUID asked : List.of(connection, customers)) {
            assertThat(neighbours.requestsAbout(asked))
                    .as("to the other services")
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(request -> request.contains(TRACE));
        }
        assertThat(log)
                .filteredOn(line -> line.getLoggerName().startsWith("insights") && run.equals(line.getMdc("runId")))
                .as("at least its beginning and its end")
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> TRACE.equals(line.getMdc("traceId")));
    }

    private List<SpanData> ours(String name) {
        return spans.finished().stream()
                .filter(span ->
                        span.getTraceId().equals(TRACE) && span.getName().equals(name))
                .toList();
    }

    private static String outcome(SpanData span) {
        return span.getAttributes().get(AttributeKey.stringKey("destination.outcome"));
    }

    private static Long attempt(SpanData span) {
        return span.getAttributes().get(AttributeKey.longKey("destination.attempt"));
    }
}
