package insights.segment.imports.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Ends an upload that is slower than uploads are: it would keep its place from others for as long as it likes. */
public final class Pace {

    private final Clock clock;
    private final ImportLimits limits;
    private final Instant begin;
    private Instant windowBegin;
    private long windowBytes;

    Pace(Clock clock, ImportLimits limits) {
        this.clock = clock;
        this.limits = limits;
        this.begin = clock.instant();
        this.windowBegin = begin;
    }

    /** The sender is too slow. */
    public static final class TooSlow extends IOException {

        private static final long serialVersionUID = 1L;

        TooSlow(String detail) {
            super(detail);
        }
    }

    /**
     * So many bytes have come.
     *
     * @return the time
     * @throws TooSlow when that was too slow
     */
    Instant received(int bytes) throws TooSlow {
        Instant now = clock.instant();
        windowBytes += bytes;
        Duration window = Duration.between(windowBegin, now);
        if (window.compareTo(limits.window()) >= 0) {
            if (windowBytes < limits.leastSpeed() * window.toSeconds()) {
                throw new TooSlow("The file came more slowly than %d bytes a second: send it over a faster connection."
                        .formatted(limits.leastSpeed()));
            }
            windowBegin = now;
            windowBytes = 0;
        }
        if (Duration.between(begin, now).compareTo(limits.longest()) > 0) {
            throw new TooSlow("The file took longer than %d minutes: cut it into several."
                    .formatted(limits.longest().toMinutes()));
        }
        return now;
    }
}
