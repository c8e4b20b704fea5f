package insights.export.ledger;

import insights.common.address.EmailAddress;
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
     * @param contactId the destination's id of the contact; null when no answer has told it
     * @param address keyed hash of its e-mail
     * @param email the address, if it was told with the erasure; else null
     * @param memberships segments on whose list the contact is, or may be
     * @param flags segments whose field is set at the contact, or may be
     * @param shared whether another address or another export has this contact too
     * @param unanswered whether it was asked for, and no answer told whether it is there
     */
    public record Contact(
            String contactId,
            byte[] address,
            EmailAddress email,
            List<UUID> memberships,
            List<UUID> flags,
            boolean shared,
            boolean unanswered) {

        /** The same, as the destination calls it. */
        public Contact named(String id, boolean sharedSo) {
            return new Contact(id, address, email, memberships, flags, sharedSo, false);
        }

        /** Whether it is, or may be, in an audience by the doing of the export. */
        public boolean isInAny() {
            return !memberships.isEmpty() || !flags.isEmpty();
        }

        /** Hides the person. */
        @Override
        public String toString() {
            return "Contact[…]";
        }
    }

    /** What came of it, of several contacts the last of these. The names are kept in the proof. */
    public enum Outcome {
        /** The destination had nothing of it by this export. */
        NOTHING_THERE,
        /** It was taken off everything that the export put it on. */
        TAKEN_OFF,
        /** The contact was deleted at the destination. */
        CONTACT_DELETED,
        /** The connection is gone, and with it the way to the destination. */
        CONNECTION_GONE,
        /** Nothing that is known finds it at the destination, where it may be all the same. */
        NOT_FOUND,
        /** The destination refused; the next run tries again. */
        REFUSED
    }
}
