package insights.export.autopilot;

import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The way to Autopilot. It keeps one pace and one circuit breaker per connection, whatever the number of exports that
 * use it: a customer's slow or broken Autopilot concerns nobody else.
 */
@ApplicationScoped
public class AutopilotClient {

    private final AutopilotRestClient client;
    private final AutopilotConfig config;
    private final Answers answers;
    private final Map<UUID, Line> lines = new ConcurrentHashMap<>();
    private final Map<UUID, RequestWatch> watches = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Tracer tracer;

    AutopilotClient(
            @RestClient AutopilotRestClient client,
            AutopilotConfig config,
            MeterRegistry meters,
            Tracer tracer,
            Clock clock) {
        this.client = client;
        this.config = config;
        this.answers = new Answers(clock);
        this.meters = meters;
        this.tracer = tracer;
    }

    /** The account behind a connection. The gate is asked before each of its requests. */
    public AutopilotAccount account(Connection connection, ApiKey key, Gate gate) {
        Line line = lines.compute(
                connection.id(),
                (id, known) -> known != null && known.rate() == connection.rateLimitPerSecond()
                        ? known
                        : new Line(connection.rateLimitPerSecond(), config));
        RequestWatch watch = watches.computeIfAbsent(connection.id(), this::newWatch);
        Requests requests = new Requests(line, Ticker.SYSTEM, gate, answers, config, watch);
        return new AutopilotAccount(client, requests, connection.endpoint().toString(), key);
    }

    private RequestWatch newWatch(UUID connection) {
        Tags tags = Tags.of("connection", connection.toString());
        gauge("insights.autopilot.pace.allowed", tags, connection, Line::rate);
        gauge("insights.autopilot.pace.current", tags, connection, line -> line.pace()
                .rate());
        gauge("insights.autopilot.circuit", tags, connection, Line::openness);
        return new RequestWatch(connection, meters, tracer);
    }

    private void gauge(String name, Tags tags, UUID connection, ToDoubleFunction<Line> value) {
        meters.gauge(name, tags, lines, all -> value.applyAsDouble(all.get(connection)));
    }
}
