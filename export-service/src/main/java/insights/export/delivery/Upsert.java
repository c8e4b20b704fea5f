package insights.export.delivery;

import insights.export.ledger.Delivered;
import insights.export.matching.Contact;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A contact to create or update.
 *
 * @param contact as it is sent
 * @param optOutKey by what segment-service is asked whether the address opted out; null when it told none
 * @param fingerprint keyed hash of what it is to be at Autopilot
 * @param flags segments whose field is set with it
 * @param filled fields that have a value in it
 */
record Upsert(
        String profileId,
        Contact contact,
        byte[] address,
        String optOutKey,
        byte[] fingerprint,
        List<UUID> flags,
        Collection<String> filled) {

    Delivered accepted(String contactId) {
        return new Delivered(profileId, contactId, address, optOutKey, fingerprint, flags, filled);
    }
}
