package insights.export.delivery;

import insights.export.ledger.Delivered;
import insights.export.matching.Contact;

/** A contact to create or update. */
record Upsert(String profileId, Contact contact, byte[] address, byte[] fingerprint) {

    Delivered accepted(String contactId) {
        return new Delivered(profileId, contactId, address, fingerprint);
    }
}
