package insights.export.sending;

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
 * @param joins segments whose list it is wanted on, and not on as far as is known
 * @param joining those of which that was asked before, without an answer that reached the ledger
 * @param rides the one whose list it is put on by the same request; null for none
 */
public record Upsert(
        String profileId,
        ContactChange change,
        byte[] address,
        String optOutKey,
        byte[] fingerprint,
        List<UUID> flags,
        Collection<String> filled,
        List<UUID> joins,
        List<UUID> joining,
        UUID rides) {

    /** A change that takes flags off and leaves everything else at the contact as it is. */
    public static Upsert clearing(String profileId, byte[] address, ContactChange change) {
        return new Upsert(profileId, change, address, null, null, List.of(), List.of(), List.of(), List.of(), null);
    }

    /** Whether it only takes flags off: it has no fingerprint of what there is to be. */
    boolean isClearing() {
        return fingerprint == null;
    }

    /** By which a contact is told from others: no two requests at once are about one of the same name. */
    String name() {
        return change.contactId() == null ? HexFormat.of().formatHex(address) : change.contactId();
    }

    /** Whether it is asked for the first time to be on the list that it rides along for. */
    public boolean isNewRider() {
        return rides != null && !joining.contains(rides);
    }

    /** The same, which is put on the list of a segment too. */
    public Upsert riding(UUID segment, String list) {
        return new Upsert(
                profileId, change.onto(list), address, optOutKey, fingerprint, flags, filled, joins, joining, segment);
    }

    /** The same of whoever has the address: nobody has the id any more. */
    Upsert withoutId() {
        return new Upsert(
                profileId, change.withoutId(), address, optOutKey, fingerprint, flags, filled, joins, joining, rides);
    }

    public Delivered accepted(String contactId) {
        return new Delivered(profileId, contactId, address, optOutKey, fingerprint, flags, filled);
    }
}
