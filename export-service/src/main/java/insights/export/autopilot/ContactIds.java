package insights.export.autopilot;

import com.fasterxml.jackson.databind.JsonNode;
import insights.common.address.EmailAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which contacts a bulk upsert accepted: those whose e-mail comes back in {@code email_contact_map}. A 200 can leave
 * contacts out without a word ({@code autopilot-api.md}, "Bulk").
 */
public final class ContactIds {

    /** By what Autopilot takes for one address: it minds no case at all, also of letters that are not ASCII. */
    private final Map<String, String> byAddress = new HashMap<>();

    public ContactIds(JsonNode body) {
        body.path("email_contact_map").properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                byAddress.put(
                        entry.getKey().strip().toLowerCase(Locale.ROOT),
                        entry.getValue().asText());
            }
        });
    }

    /** The id of the contact, if it was accepted. */
    public Optional<String> of(EmailAddress address) {
        return Optional.ofNullable(byAddress.get(address.sent().toLowerCase(Locale.ROOT)));
    }
}
