package insights.export.firing;

import insights.export.definition.DueExports;
import insights.export.definition.DueExports.Due;
import insights.export.definition.Export;
import insights.export.start.AutomaticRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sets off the exports whose time has come. An export is taken, its runs are queued and its schedule moves on in one
 * transaction: whichever replica commits first has fired its times, and nobody fires them again.
 */
@ApplicationScoped
class Firing {

    /** Times of one export in one transaction; the rest of a long outage follows in the next. */
    private static final int AT_ONCE = 100;

    private final DueExports exports;
    private final AutomaticRuns runs;
    private final FiringConfig config;
    private final Clock clock;

    Firing(DueExports exports, AutomaticRuns runs, FiringConfig config, Clock clock) {
        this.exports = exports;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
    }

    /** Sets off the export that is due longest; false when none is that nobody else is at. */
    @Transactional
    boolean fireNext() {
        Instant now = clock.instant();
        Optional<Due> due = exports.takeByTheClock(now);
        due.ifPresent(taken -> fire(taken, now));
        return due.isPresent();
    }

    private void fire(Due due, Instant now) {
        Export export = due.export();
        List<Instant> times = Stream.iterate(
                        due.time(), time -> export.schedule().next(time).orElse(Instant.MAX))
                .takeWhile(time -> !time.isAfter(now))
                .limit(AT_ONCE)
                .toList();
        Instant tooOld = now.minus(config.catchUp());
        for (Instant time : times) {
            if (time.isAfter(tooOld)) {
                runs.queue(export, time, now);
            } else {
                runs.miss(export, time, now);
            }
        }
        exports.firedUpTo(export.id(), times.getLast());
    }
}
