package insights.export.ledger;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start with a key that protects nothing. */
@ApplicationScoped
public class LedgerKeyCheck {

    private static final int SHORTEST = 32;
    private static final String WELL_KNOWN = "a-key-for-tests-and-development-only";

    void onStart(@Observes StartupEvent event, LedgerConfig config) {
        if (config.key().length() < SHORTEST) {
            throw new IllegalStateException(
                    "insights.ledger.key is too short: give it at least " + SHORTEST + " random characters");
        }
        if (LaunchMode.current() == LaunchMode.NORMAL && config.key().equals(WELL_KNOWN)) {
            throw new IllegalStateException(
                    "insights.ledger.key is the one of the tests: give production a random one of its own");
        }
    }
}
