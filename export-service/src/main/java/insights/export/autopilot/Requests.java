package insights.export.autopilot;

import insights.export.progress.WaitReason;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Makes requests with one key: at its pace, each within a time, repeated when there was no answer, and none at all for a
 * while after many failures. A 429 is no failure: it is waited for and uses up no attempt.
 */
final class Requests {

    /** Longest single wait, so that a stop is noticed in time. */
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final Pace pace;
    private final Ticker ticker;
    private final Gate gate;
    private final Answers answers;
    private final AutopilotConfig config;
    private final RequestWatch watch;
    private final Guard attempt;
    private final Guard repetition;

    Requests(Line line, Ticker ticker, Gate gate, Answers answers, AutopilotConfig config, RequestWatch watch) {
        this.pace = line.pace();
        this.ticker = ticker;
        this.gate = gate;
        this.answers = answers;
        this.config = config;
        this.watch = watch;
        this.attempt = line.breaker();
        this.repetition = Guard.create()
                .withRetry()
                .maxRetries(config.retries())
                .delay(config.retryDelay().toMillis(), ChronoUnit.MILLIS)
                .jitter(config.retryDelay().toMillis() / 3, ChronoUnit.MILLIS)
                .retryOn(AutopilotException.Unavailable.class)
                .withExponentialBackoff()
                .factor(2)
                .maxDelay(config.maxRetryDelay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .done()
                .build();
    }

    /** What came of a request. */
    record Sent(Reply reply, boolean repeated) {}

    /** Sends until there is a reply. @throws AutopilotException when there is none to be had */
    Sent send(Operation operation, Supplier<Response> request) {
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
            } catch (AutopilotException.Throttled e) {
                if (e.maybeDone() && !operation.isRepeatable()) {
                    throw new AutopilotException.Unavailable("Autopilot asks for a pause");
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

    private Reply once(Operation operation, Supplier<Response> request, Attempts attempts) {
        awaitTurn();
        try {
            return attempt.get(
                    () -> watch.watch(operation, attempts.unanswered + 1, () -> exchange(operation, request)),
                    Reply.class);
        } catch (AutopilotException.Unavailable e) {
            attempts.unanswered++;
            throw e;
        } catch (AutopilotException.Throttled e) {
            attempts.unanswered += e.maybeDone() ? 1 : 0;
            throw e;
        } catch (TimeoutException e) {
            attempts.unanswered++;
            throw new AutopilotException.Unavailable("Autopilot does not answer in time");
        } catch (CircuitBreakerOpenException e) {
            throw new AutopilotException.CircuitOpen();
        }
    }

    private Reply exchange(Operation operation, Supplier<Response> request) {
        gate.requested();
        pace.started();
        gate.waits(WaitReason.AUTOPILOT);
        try {
            Reply reply = answers.read(operation, request.get());
            gate.goesOn();
            return reply;
        } catch (ProcessingException e) {
            throw new AutopilotException.Unavailable("No connection to Autopilot, or it broke off");
        } finally {
            pace.answered();
        }
    }

    private void awaitTurn() {
        while (true) {
            gate.check();
            Duration wait = pace.untilNext(ticker.nanos());
            if (wait.isZero()) {
                return;
            }
            sleep("pace", min(wait, SLICE));
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

    private static final class Attempts {
        private int unanswered;
    }
}
