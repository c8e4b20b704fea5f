package insights.export.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A profile that was erased, and what an export has put at the destination of it.
 *
 * @param contacts those that it speaks for: the present one, and earlier ones that are not yet taken off
 */
public record Erasure(String profileId, Instant requestedAt, List<Contact> contacts) {

    /**
     * A contact at the destination.
     *
     * @param contactId the destination's id of the contact; null when it has none
     * @param address keyed hash of its e-mail
     * @param memberships segments on whose list the contact is, or may be
     * @param flags segments whose field is set at the contact, or may be
     * @param shared whether another address or another export has this contact too
     */
    public record Contact(String contactId, byte[] address, List<UUID> memberships, List<UUID> flags, boolean shared) {}

    /** What came of it. The names are kept in the proof. */
    public enum Outcome {
        /** It was taken off everything that the export put it on. */
        TAKEN_OFF,
        /** The contact was deleted at the destination. */
        CONTACT_DELETED,
        /** The destination had nothing of it by this export. */
        NOTHING_THERE,
        /** The connection is gone, and with it the way to the destination. */
        CONNECTION_GONE,
        /** The destination refused; the next run tries again. */
        REFUSED
    }
}
