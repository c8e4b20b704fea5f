package insights.sandbox.autopilot.settings;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What can be chosen for an account, at any time.
 *
 * @param ratePerSecond requests a second; 0: as many as come
 * @param maxContacts the plan's limit; 0: none
 * @param disabled the key is refused like an unknown one
 * @param logged requests are kept word by word, in memory and as long as there is room
 */
@RegisterForReflection
public record AccountSettings(int ratePerSecond, int maxContacts, boolean disabled, boolean logged, Quirks quirks) {

    public AccountSettings {
        if (ratePerSecond < 0 || maxContacts < 0) {
            throw new IllegalArgumentException("ratePerSecond and maxContacts are not negative; 0 means no limit.");
        }
        if (quirks == null) {
            quirks = Quirks.NONE;
        }
    }
}
