package insights.export.line;

import insights.export.destination.DestinationException;
import insights.export.destination.Flow;
import insights.export.destination.Gate;
import insights.export.progress.WaitReason;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Makes requests with one key: at its pace, each within a time, repeated when there was no answer, and none at all for a
 * while after many failures. A 429 is no failure: it is waited for and uses up no attempt. Several threads may ask at once.
 */
public final class Requests implements Flow {

    /** Longest single wait, so that a stop is noticed in time. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final String name;
    private final Line line;
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
        this.line = line;
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
        while (true) {
            try {
                Reply reply = operation.isRepeatable()
                        ? repetition.get(() -> once(operation, request, attempts), Reply.class)
                        : once(operation, request, attempts);
                return new Sent(reply, attempts.unanswered > 0);
            } catch (DestinationException.Throttled e) {
                if (e.maybeDone() && !operation.isRepeatable()) {
                    throw new DestinationException.Unavailable(name + " asks for a pause");
                }
                long now = ticker.nanos();
                if (attempts.throttledFor(now).plus(pace.pause(now)).compareTo(config.maxThrottling()) > 0) {
                    throw e;
                }
            }
        }
    }

    @Override
    public int atOnce() {
        return line.isTried() ? 1 : Math.min(pace.atOnce(ticker.nanos()), config.mostInFlight());
    }

    @Override
    public OptionalDouble slowedTo() {
        return pace.slowedTo(ticker.nanos());
    }

    private Reply once(Operation operation, Supplier<Reply> request, Attempts attempts) {
        Pace.Begun begun = awaitTurn();
        boolean refused = false;
        try {
            Reply reply = attempt.get(
                    () -> watch.watch(operation, attempts.unanswered + 1, () -> exchange(request, begun)), Reply.class);
            refused = reply instanceof Reply.Refused;
            return reply;
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
        } finally {
            pace.over(begun, ticker.nanos());
            badRequests.over(refused, ticker.nanos());
        }
    }

    private Reply exchange(Supplier<Reply> request, Pace.Begun begun) {
        gate.requested();
        gate.waits(WaitReason.DESTINATION);
        pace.started(begun, ticker.nanos());
        try {
            Reply reply = request.get();
            pace.answered(begun, ticker.nanos());
            pace.wentWell(begun);
            gate.goesOn();
            return reply;
        } catch (DestinationException.Throttled e) {
            pace.throttled(begun, e.retryAfter(), ticker.nanos());
            gate.waits(WaitReason.THROTTLED);
            throw e;
        } catch (ProcessingException e) {
            throw new DestinationException.Unavailable("No connection to " + name + ", or it broke off");
        }
    }

    /** The request that begins next is this one, once it may. */
    private Pace.Begun awaitTurn() {
        line.turn().lock();
        try {
            while (true) {
                gate.check();
                long now = ticker.nanos();
                Duration paused = pace.pause(now);
                Duration bad = badRequests.untilNext(now);
                Duration wait = max(pace.untilNext(now), bad);
                if (wait.isZero()) {
                    badRequests.begin();
                    return pace.begin(now);
                }
                if (paused.isPositive()) {
                    gate.waits(WaitReason.THROTTLED);
                } else if (bad.isPositive()) {
                    gate.waits(WaitReason.REFUSED_REQUESTS);
                }
                sleep(paused.isPositive() ? "throttled" : bad.isPositive() ? "refused" : "pace", min(wait, SLICE));
            }
        } finally {
            line.turn().unlock();
        }
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
        private OptionalLong throttled = OptionalLong.empty();

        private Duration throttledFor(long now) {
            throttled = throttled.isPresent() ? throttled : OptionalLong.of(now);
            return Duration.ofNanos(now - throttled.getAsLong());
        }
    }
}
