package insights.common.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whether the service is on its way out. One per process, because log filters are made by nobody. */
@ApplicationScoped
class Ending {

    private static volatile boolean begun;

    static boolean hasBegun() {
        return begun;
    }

    void start(@Observes StartupEvent event) {
        begun = false;
    }

    void stop(@Observes @Priority(0) ShutdownEvent event) {
        begun = true;
    }
}
