package insights.export.line;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes the requests of one connection visible to an operator: each is counted, timed, and a span. Neither has the
 * address of the request, because there are contacts in it. The only label of unknown number is the connection's id, and
 * connections are few.
 */
final class RequestWatch {

    private static final String CONNECTION = "connection";

    private final String connection;
    private final MeterRegistry meters;
    private final Tracer tracer;

    RequestWatch(UUID connection, MeterRegistry meters, Tracer tracer) {
        this.connection = connection.toString();
        this.meters = meters;
        this.tracer = tracer;
    }

    /** Makes a request. @param attempt 1 for the first time it is made */
    Reply watch(Operation operation, int attempt, Supplier<Reply> request) {
        long begun = System.nanoTime();
        Span span = tracer.spanBuilder("destination " + operation.label())
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("destination.operation", operation.label())
                .setAttribute("destination.attempt", attempt)
                .startSpan();
        try {
            Reply reply = request.get();
            end(span, operation, RequestOutcome.of(reply), begun);
            return reply;
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            end(span, operation, RequestOutcome.of(e), begun);
            throw e;
        }
    }

    /** Counts time in which no request could be made. @param reason {@code pace}, {@code throttled} or {@code refused} */
    void waited(String reason, Duration time) {
        meters.counter("insights.destination.waited", CONNECTION, connection, "reason", reason)
                .increment(time.toNanos() / 1e9);
    }

    private void end(Span span, Operation operation, RequestOutcome outcome, long begun) {
        span.setAttribute("destination.outcome", outcome.label());
        span.end();
        meters.timer(
                        "insights.destination.requests",
                        CONNECTION,
                        connection,
                        "operation",
                        operation.label(),
                        "outcome",
                        outcome.label())
                .record(Duration.ofNanos(System.nanoTime() - begun));
    }
}
