package insights.export.ledger;

import java.util.UUID;

/**
 * A contact's place on the list of a segment.
 *
 * @param profileId who speaks for the contact
 * @param address keyed hash of the contact's e-mail
 * @param contactId the destination's id of the contact; null when no answer told it
 * @param pending it was asked for before, without an answer that reached the ledger
 */
public record Membership(String profileId, byte[] address, String contactId, UUID segment, boolean pending) {

    /** The same of a contact that the destination finds by another name. */
    public Membership named(String contact) {
        return new Membership(profileId, address, contact, segment, pending);
    }
}
