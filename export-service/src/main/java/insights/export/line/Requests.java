package insights.export.line;

import insights.export.destination.DestinationException;
import insights.export.destination.Gate;
import insights.export.progress.WaitReason;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Makes requests with one key: at its pace, each within a time, repeated when there was no answer, and none at all for a
 * while after many failures. A 429 is no failure: it is waited for and uses up no attempt.
 */
public final class Requests {

    /** Longest single wait, so that a stop is noticed in time. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final String name;
    private final Pace pace;
    private final BadRequests badRequests;
    private final Ticker ticker;
    private final Gate gate;
    private final LineConfig config;
    private final RequestWatch watch;
    private final Guard attempt;
    private final Guard repetition;

    Requests(Line line, BadRequests badRequests, Ticker ticker, Gate gate, LineConfig config, RequestWatch watch) {
        this.name = line.name();
        this.pace = line.pace();
        this.badRequests = badRequests;
        this.ticker = ticker;
        this.gate = gate;
        this.config = config;
        this.watch = watch;
        this.attempt = line.breaker();
        this.repetition = Guard.create()
                .withRetry()
                .maxRetries(config.retries())
                .delay(config.retryDelay().toMillis(), ChronoUnit.MILLIS)
                .jitter(config.retryDelay().toMillis() / 3, ChronoUnit.MILLIS)
                .retryOn(DestinationException.Unavailable.class)
                .withExponentialBackoff()
                .factor(2)
                .maxDelay(config.maxRetryDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .done()
                .build();
    }

    /**
     * What came of a request.
     *
     * @param repeated whether an earlier attempt got no answer, so that it may have been that one which was done
     */
    public record Sent(Reply reply, boolean repeated) {}

    /**
     * Sends until there is a reply.
     *
     * @param request makes the request once and reads the reply
     * @throws DestinationException when there is none to be had
     */
    public Sent send(Operation operation, Supplier<Reply> request) {
        Attempts attempts = new Attempts();
        Duration throttled = Duration.ZERO;
        Duration delay = config.throttleDelay();
        while (true) {
            try {
                Reply reply = operation.isRepeatable()
                        ? repetition.get(() -> once(operation, request, attempts), Reply.class)
                        : once(operation, request, attempts);
                pace.wentWell();
                return new Sent(reply, attempts.unanswered > 0);
            } catch (DestinationException.Throttled e) {
                if (e.maybeDone() && !operation.isRepeatable()) {
                    throw new DestinationException.Unavailable(name + " asks for a pause");
                }
                pace.throttled();
                Duration wait = e.retryAfter().orElse(delay);
                throttled = throttled.plus(wait);
                if (throttled.compareTo(config.maxThrottling()) > 0) {
                    throw e;
                }
                pause(wait);
                delay = min(delay.multipliedBy(2), config.maxRetryDelay());
            }
        }
    }

    private Reply once(Operation operation, Supplier<Reply> request, Attempts attempts) {
        awaitTurn();
        try {
            return attempt.get(
                    () -> watch.watch(operation, attempts.unanswered + 1, () -> exchange(request)), Reply.class);
        } catch (DestinationException.Unavailable e) {
            attempts.unanswered++;
            throw e;
        } catch (DestinationException.Throttled e) {
            attempts.unanswered += e.maybeDone() ? 1 : 0;
            throw e;
        } catch (TimeoutException e) {
            attempts.unanswered++;
            throw new DestinationException.Unavailable(name + " does not answer in time");
        } catch (CircuitBreakerOpenException e) {
            throw new DestinationException.CircuitOpen(name);
        }
    }

    private Reply exchange(Supplier<Reply> request) {
        gate.requested();
        pace.started();
        gate.waits(WaitReason.DESTINATION);
        try {
            Reply reply = request.get();
            gate.goesOn();
            if (reply instanceof Reply.Refused) {
                badRequests.count(ticker.nanos());
            }
            return reply;
        } catch (ProcessingException e) {
            throw new DestinationException.Unavailable("No connection to " + name + ", or it broke off");
        } finally {
            pace.answered();
        }
    }

    private void awaitTurn() {
        while (true) {
            gate.check();
            long now = ticker.nanos();
            Duration bad = badRequests.untilNext(now);
            Duration wait = max(pace.untilNext(now), bad);
            if (wait.isZero()) {
                return;
            }
            sleep(bad.isZero() ? "pace" : "refused", min(wait, SLICE));
        }
    }

    private void pause(Duration time) {
        long until = ticker.nanos() + time.toNanos();
        gate.waits(WaitReason.THROTTLED);
        for (long left = time.toNanos(); left > 0; left = until - ticker.nanos()) {
            gate.check();
            sleep("throttled", min(Duration.ofNanos(left), SLICE));
        }
        gate.goesOn();
    }

    private void sleep(String reason, Duration time) {
        ticker.sleep(time);
        watch.waited(reason, time);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static final class Attempts {
        private int unanswered;
    }
}
