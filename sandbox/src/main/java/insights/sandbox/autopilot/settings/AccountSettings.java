package insights.sandbox.autopilot.settings;

import insights.sandbox.account.Settings;
import insights.sandbox.latency.Latency;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What can be chosen for an account, at any time.
 *
 * @param ratePerSecond requests a second; 0: as many as come
 * @param maxContacts the plan's limit; 0: none
 * @param disabled the key is refused like an unknown one
 * @param latency how late answers are
 * @param instanceId what {@code GET /account} answers as the account's id; keys of the same are of one account for a client
 * @param logged requests are kept word by word, in memory and as long as there is room
 */
@RegisterForReflection
public record AccountSettings(
        int ratePerSecond,
        int maxContacts,
        boolean disabled,
        boolean logged,
        Latency latency,
        String instanceId,
        Quirks quirks)
        implements Settings {

    private static final String USUAL_INSTANCE = "sandbox";

    public AccountSettings {
        if (ratePerSecond < 0 || maxContacts < 0) {
            throw new IllegalArgumentException("ratePerSecond and maxContacts are not negative; 0 means no limit.");
        }
        if (latency == null) {
            latency = Latency.NONE;
        }
        if (instanceId == null) {
            instanceId = USUAL_INSTANCE;
        }
        if (quirks == null) {
            quirks = Quirks.NONE;
        }
    }
}
