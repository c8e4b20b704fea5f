package insights.export.ledger;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A contact that the destination has just accepted.
 *
 * @param profileId who speaks for it
 * @param address keyed hash of its e-mail
 * @param optOutKey by what segment-service is asked whether the address opted out; null when it told none
 * @param fingerprint keyed hash of the contact
 * @param flags segments whose field was set with it, or stays as it was
 * @param filled fields that were sent with a value
 */
public record Delivered(
        String profileId,
        String contactId,
        byte[] address,
        String optOutKey,
        byte[] fingerprint,
        List<UUID> flags,
        Collection<String> filled) {}
