package insights.common.start;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** Asks all {@link StartCheck}s before jobs are scheduled (Quarkus does that at priority 0) and requests are taken. */
@ApplicationScoped
class StartChecks {

    private static final int FIRST = -1_000;

    private final List<StartCheck> checks;

    StartChecks(@All List<StartCheck> checks) {
        this.checks = checks;
    }

    void onStart(@Observes @Priority(FIRST) StartupEvent event) {
        List<String> faults = new ArrayList<>();
        checks.forEach(check -> faults.addAll(check.faults()));
        if (!faults.isEmpty()) {
            throw new StartRefusedException(faults);
        }
    }
}
