package insights.sandbox.ortto.settings;

import insights.sandbox.account.Settings;
import insights.sandbox.latency.Latency;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What can be chosen for an account at Ortto, at any time.
 *
 * @param ratePerSecond requests a second; 0: as many as come
 * @param maxContacts the plan's limit, archived people not counted; 0: none
 * @param disabled the key is refused like an unknown one (401)
 * @param expired the account has expired (403)
 * @param logged requests are kept word by word, in memory and as long as there is room
 * @param latency how late answers are
 * @param mergeBy the unique identifiers of the key, for merges that name none; up to three field ids
 * @param badRequestsUntilBan so many bad requests within {@code banMillis} are answered, after them none for as long; 0:
 *     there is no ban
 * @param laterMillis until what is asynchronous takes effect
 */
@RegisterForReflection
public record OrttoSettings(
        int ratePerSecond,
        int maxContacts,
        boolean disabled,
        boolean expired,
        boolean logged,
        Latency latency,
        Region region,
        List<String> mergeBy,
        int badRequestsUntilBan,
        long banMillis,
        long laterMillis,
        OrttoQuirks quirks)
        implements Settings {

    public OrttoSettings {
        if (ratePerSecond < 0 || maxContacts < 0 || badRequestsUntilBan < 0 || banMillis < 0 || laterMillis < 0) {
            throw new IllegalArgumentException("Numbers are not negative; 0 means no limit.");
        }
        if (region == null || mergeBy == null || mergeBy.isEmpty() || mergeBy.size() > 3) {
            throw new IllegalArgumentException("region is GLOBAL, AU or EU, and mergeBy one to three field ids.");
        }
        mergeBy = List.copyOf(mergeBy);
        if (latency == null) {
            latency = Latency.NONE;
        }
        if (quirks == null) {
            quirks = OrttoQuirks.NONE;
        }
    }
}
