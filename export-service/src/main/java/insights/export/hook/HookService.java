package insights.export.hook;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.export.definition.DueExports;
import insights.export.definition.Export;
import insights.export.start.AutomaticRuns;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Sets off the exports that a refresh was about, in one transaction with the note that the refresh was handled. */
@ApplicationScoped
class HookService {

    private static final Logger LOG = Logger.getLogger(HookService.class);

    /** By how much the clock of another machine may be ahead. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final RefreshRepository refreshes;
    private final DueExports exports;
    private final LeftOutExports leftOut;
    private final AutomaticRuns runs;
    private final Clock clock;

    HookService(
            RefreshRepository refreshes, DueExports exports, LeftOutExports leftOut, AutomaticRuns runs, Clock clock) {
        this.refreshes = refreshes;
        this.exports = exports;
        this.leftOut = leftOut;
        this.runs = runs;
        this.clock = clock;
    }

    /** Another service is asked before the transaction, which is not held meanwhile. */
    HandledRefresh handle(RefreshCompleted refresh) {
        if (refresh.finishedAt().isAfter(clock.instant().plus(CLOCKS_APART))) {
            // It would outdate every refresh until then.
            throw invalid("Announce a refresh when it has ended.", "/finishedAt", "is in the future");
        }
        if (refresh.startedAt() != null && refresh.startedAt().isAfter(refresh.finishedAt())) {
            throw invalid("Say when the refresh began and ended, in this order.", "/startedAt", "is after finishedAt");
        }
        Set<UUID> inactive =
                refresh.outcome() == RefreshOutcome.SUCCESSFUL ? leftOut.of(refresh.segmentIds()) : Set.of();
        return QuarkusTransaction.requiringNew().call(() -> {
            refreshes.oneAtATime();
            return refreshes.find(refresh.refreshId()).orElseGet(() -> handleNew(refresh, inactive));
        });
    }

    private static RuntimeException invalid(String cure, String pointer, String detail) {
        return Problem.of(CommonProblem.VALIDATION_FAILED, cure, List.of(new FieldError(pointer, detail)));
    }

    private HandledRefresh handleNew(RefreshCompleted refresh, Set<UUID> inactive) {
        Instant now = clock.instant();
        List<Export> concerned = concerned(refresh, inactive).stream()
                .filter(export -> !refreshes.isOutdated(refresh.outcome(), refresh.finishedAt(), export.segmentIds()))
                .toList();
        boolean failed = refresh.outcome() == RefreshOutcome.FAILED;
        for (Export export : concerned) {
            if (failed) {
                runs.skipAfter(refresh.refreshId(), export, now);
            } else {
                runs.queueAfter(refresh.refreshId(), export, now);
            }
        }
        HandledRefresh handled = new HandledRefresh(
                refresh.refreshId(), refresh.outcome(), failed ? 0 : concerned.size(), failed ? concerned.size() : 0);
        refreshes.add(refresh, handled, now);
        LOG.infof(
                "Refresh %s was %s: %d exports set off, %d skipped",
                refresh.refreshId(), refresh.outcome(), handled.queued(), handled.skipped());
        return handled;
    }

    private List<Export> concerned(RefreshCompleted refresh, Set<UUID> inactive) {
        boolean all = refresh.outcome() == RefreshOutcome.FAILED
                && refresh.segmentIds().isEmpty();
        return all ? exports.takeOnRefresh() : exports.takeOnRefreshOf(refresh.segmentIds(), inactive);
    }
}
