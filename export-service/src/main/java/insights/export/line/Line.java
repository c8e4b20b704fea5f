package insights.export.line;

import insights.export.destination.DestinationException;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What all requests with one key share: the pace, and the circuit breaker. */
final class Line {

    private final String name;
    private final double rate;
    private final Pace pace;
    private final Guard breaker;
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    /**
     * @param name of the destination
     * @param rate requests a second that the contract allows
     */
    Line(String name, double rate, LineConfig config) {
        this.name = name;
        this.rate = rate;
        this.pace = new Pace(rate, Ticker.SYSTEM);
        this.breaker = Guard.create()
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breakerRequests())
                .failureRatio(config.breakerRatio())
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .skipOn(List.of(
                        DestinationException.Throttled.class,
                        DestinationException.KeyRefused.class,
                        DestinationException.PlanLimit.class))
                .onStateChange(now -> state = now)
                .done()
                .build();
    }

    /** Of the destination, for people. */
    String name() {
        return name;
    }

    double rate() {
        return rate;
    }

    Pace pace() {
        return pace;
    }

    Guard breaker() {
        return breaker;
    }

    /** 0: requests are made; 1: none is made; in between: one is made to see whether it works again. */
    double openness() {
        return switch (state) {
            case CLOSED -> 0;
            case HALF_OPEN -> 0.5;
            case OPEN -> 1;
        };
    }
}
