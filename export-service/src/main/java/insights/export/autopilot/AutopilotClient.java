package insights.export.autopilot;

import com.fasterxml.jackson.databind.ObjectMapper;
import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    private record Line(double rate, Pace pace, Guard breaker) {}

    AutopilotClient(@RestClient AutopilotRestClient client, AutopilotConfig config, ObjectMapper json) {
        this.client = client;
        this.config = config;
        this.answers = new Answers(json);
    }

    /** The account behind a connection. The gate is asked before each of its requests. */
    public AutopilotAccount account(Connection connection, ApiKey key, Gate gate) {
        Line line = lines.compute(
                connection.id(),
                (id, known) -> known != null && known.rate() == connection.rateLimitPerSecond()
                        ? known
                        : newLine(connection.rateLimitPerSecond()));
        Requests requests = new Requests(line.pace(), Ticker.SYSTEM, gate, answers, config, line.breaker());
        return new AutopilotAccount(client, requests, connection.endpoint().toString(), key);
    }

    private Line newLine(double rate) {
        Guard breaker = Guard.create()
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breakerRequests())
                .failureRatio(config.breakerRatio())
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .skipOn(List.of(
                        AutopilotException.Throttled.class,
                        AutopilotException.KeyRefused.class,
                        AutopilotException.PlanLimit.class))
                .done()
                .build();
        return new Line(rate, new Pace(rate, Ticker.SYSTEM), breaker);
    }
}
