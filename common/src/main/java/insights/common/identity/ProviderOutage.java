package insights.common.identity;

import insights.common.outage.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Whether the identity provider answered when it was asked last, and where it did not. */
@ApplicationScoped
public class ProviderOutage {

    private static final Duration LEFT_ALONE = Duration.ofSeconds(1);

    private final Outage outage = new Outage(ProviderOutage.class, "The identity provider");
    private volatile String address = "";
    private volatile long missedAt;

    void missed(String at, String reason) {
        address = at;
        missedAt = System.nanoTime();
        outage.missed(at + ": " + reason);
    }

    void answered() {
        outage.answered();
    }

    /** Whether a token of an unknown key may be right all the same. */
    public boolean isAway() {
        return outage.isAway();
    }

    /** For a moment after it did not answer nobody asks again: a crowd that waits would only keep it down. */
    boolean isLeftAlone() {
        return outage.isAway() && System.nanoTime() - missedAt < LEFT_ALONE.toNanos();
    }

    /** Where it did not answer. */
    String address() {
        return address;
    }
}
