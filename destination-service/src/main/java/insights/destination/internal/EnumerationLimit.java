package insights.destination.internal;

import insights.common.problem.CommonProblem;
import insights.common.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps an identity from finding connections by trying ids. Runs ask for connections that exist, as often as they like;
 * who asks for too many others is refused for a while. Each replica counts for itself.
 */
@ApplicationScoped
class EnumerationLimit {

    private static final Logger LOG = Logger.getLogger(EnumerationLimit.class);

    /** By identity. Only the few that may call the internal API at all get here. */
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** By identity: connections that it was told of. They are few. */
    private final Map<String, Set<UUID>> had = new ConcurrentHashMap<>();

    private final int perMinute;
    private final Clock clock;

    EnumerationLimit(InternalConfig config, Clock clock) {
        this.perMinute = config.unknownConnectionsPerMinute();
        this.clock = clock;
    }

    /**
     * Lets the identity have the answer, or 429 when it has named too many connections that are not there. What it has
     * had before it may have again: a person who tries ids at export-service must not stop the runs of others.
     */
    void require(String subject, UUID connection, boolean exists) {
        Set<UUID> known = had.computeIfAbsent(subject, any -> ConcurrentHashMap.newKeySet());
        if (!exists) {
            known.remove(connection);
        } else if (known.contains(connection)) {
            return;
        }
        refuseWithoutMisses(subject);
        if (exists) {
            known.add(connection);
        } else {
            missed(subject);
        }
    }

    private void refuseWithoutMisses(String subject) {
        EstimationProbe probe = bucket(subject).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw Problem.builder(
                            CommonProblem.TOO_MANY_REQUESTS,
                            "You asked for too many connections that do not exist: wait as long as Retry-After says.")
                    .withHeader("Retry-After", seconds)
                    .build();
        }
    }

    private void missed(String subject) {
        Bucket bucket = bucket(subject);
        bucket.tryConsume(1);
        if (bucket.getAvailableTokens() == 0) {
            LOG.warnf("%s asks for connections that do not exist, and is refused others for a while", subject);
        }
    }

    private Bucket bucket(String subject) {
        return buckets.computeIfAbsent(subject, any -> Bucket.builder()
                .withCustomTimePrecision(new Time(clock))
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build());
    }

    /** The injected clock, as buckets need it. */
    private record Time(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
