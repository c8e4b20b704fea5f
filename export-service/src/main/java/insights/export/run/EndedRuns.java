package insights.export.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Runs for those who tell others about them. */
@ApplicationScoped
public class EndedRuns {

    private final RunRepository runs;

    EndedRuns(RunRepository runs) {
        this.runs = runs;
    }

    /** A run that exists. */
    public Run get(UUID export, UUID run) {
        return runs.find(export, run).orElseThrow();
    }
}
