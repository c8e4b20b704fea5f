package insights.export.delivery;

import insights.export.destination.ContactChange;
import insights.export.ledger.Delivered;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A contact to create or update.
 *
 * @param change as it is sent
 * @param optOutKey by what segment-service is asked whether the address opted out; null when it told none
 * @param fingerprint keyed hash of what it is to be at the destination
 * @param flags segments whose flag is set with it; by list, those whose flag stays as it is until it is on the list
 * @param filled fields that have a value in it
 */
record Upsert(
        String profileId,
        ContactChange change,
        byte[] address,
        String optOutKey,
        byte[] fingerprint,
        List<UUID> flags,
        Collection<String> filled) {

    /** By which a contact is told from others: no two requests at once are about one of the same name. */
    String name() {
        return change.contactId() == null ? HexFormat.of().formatHex(address) : change.contactId();
    }

    Delivered accepted(String contactId) {
        return new Delivered(profileId, contactId, address, optOutKey, fingerprint, flags, filled);
    }
}
