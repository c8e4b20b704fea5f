package insights.common.start;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.Function;

/** Asks all {@link StartCheck}s before jobs are scheduled (Quarkus does that at priority 0) and requests are taken. */
@ApplicationScoped
class StartChecks {

    private static final int FIRST = -1_000;

    private final List<StartCheck> checks;

    StartChecks(@All List<StartCheck> checks) {
        this.checks = checks;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event) {
        requireNone(StartCheck::faults);
        requireNone(StartCheck::settle);
    }

    private void requireNone(Function<StartCheck, List<String>> question) {
        List<String> faults =
                checks.stream().flatMap(check -> question.apply(check).stream()).toList();
        if (!faults.isEmpty()) {
            throw new StartRefusedException(faults);
        }
    }
}
