package insights.common.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The one source of time. Everything that asks what time it is takes this {@link Clock}, so that tests can set it. */
@Singleton
public class ClockProducer {

    /** PostgreSQL's: what is answered now is what is read back later. */
    private static final Duration PRECISION = Duration.ofNanos(1_000);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), PRECISION);
    }
}
