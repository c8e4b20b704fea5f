package insights.export.line;

import insights.export.connection.Connection;
import insights.export.destination.Gate;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * The ways to destinations. There is one pace and one circuit breaker per connection, whatever the number of exports that
 * use it: a customer's slow or broken destination concerns nobody else.
 */
@ApplicationScoped
public class Lines {

    private final LineConfig config;
    private final Map<UUID, Line> lines = new ConcurrentHashMap<>();
    private final Map<UUID, RequestWatch> watches = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Tracer tracer;

    Lines(LineConfig config, MeterRegistry meters, Tracer tracer) {
        this.config = config;
        this.meters = meters;
        this.tracer = tracer;
    }

    /** The way to the account behind a connection. @param name of the destination, for people */
    public Requests to(Connection connection, String name, Gate gate) {
        return to(connection, name, gate, BadRequests.allowed());
    }

    /** The same where bad requests cost a ban. @param badRequests shared by all that the ban would hit */
    public Requests to(Connection connection, String name, Gate gate, BadRequests badRequests) {
        Line line = lines.compute(
                connection.id(),
                (id, known) -> known != null && known.rate() == connection.rateLimitPerSecond()
                        ? known
                        : new Line(name, connection.rateLimitPerSecond(), config));
        RequestWatch watch = watches.computeIfAbsent(connection.id(), this::newWatch);
        return new Requests(line, badRequests, Ticker.SYSTEM, gate, config, watch);
    }

    private RequestWatch newWatch(UUID connection) {
        Tags tags = Tags.of("connection", connection.toString());
        gauge("insights.destination.pace.allowed", tags, connection, Line::rate);
        gauge("insights.destination.pace.current", tags, connection, line -> line.pace()
                .rate(Ticker.SYSTEM.nanos()));
        gauge("insights.destination.circuit", tags, connection, Line::openness);
        return new RequestWatch(connection, meters, tracer);
    }

    private void gauge(String name, Tags tags, UUID connection, ToDoubleFunction<Line> value) {
        meters.gauge(name, tags, lines, all -> value.applyAsDouble(all.get(connection)));
    }
}
