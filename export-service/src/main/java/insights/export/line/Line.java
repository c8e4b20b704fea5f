package insights.export.line;

import insights.export.destination.DestinationException;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What all requests with one key share: the pace, and the circuit breaker. */
final class Line {

    private final String name;
    private final double rate;
    private final Pace pace;
    private final Guard breaker;
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    /**
     * @param name of the destination
     * @param rate requests a second that the contract allows
     */
    Line(String name, double rate, LineConfig config) {
        this.name = name;
        this.rate = rate;
        this.pace = new Pace(rate, new Pause(config.throttleDelay(), config.maxRetryDelay()));
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

    /** Held by who begins the next request: they come one after the other, in the order in which they were wanted. */
    ReentrantLock turn() {
        return turn;
    }

    /** While nobody knows whether the destination is back, one request finds out. */
    boolean isTried() {
        return state != CircuitBreakerState.CLOSED;
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
