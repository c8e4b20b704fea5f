package insights.export.desired;

import insights.export.matching.RejectionReason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What a run found about one profile. Either a fingerprint, or a reason.
 *
 * @param address keyed hash of the e-mail; null when there is none
 * @param optOutKey by what segment-service is asked later whether the address opted out; null when there is none
 * @param fingerprint keyed hash of the contact, its audiences aside
 * @param field profile field whose value does not fit, if that is the reason; null otherwise
 * @param ownOptOut whether it was by this very profile that the person opted out
 * @param emptied fields at the destination that are to have no value, where the export empties what it delivered
 */
public record Desired(
        String profileId,
        Instant updatedAt,
        List<UUID> segments,
        byte[] address,
        String optOutKey,
        byte[] fingerprint,
        RejectionReason reason,
        boolean ownOptOut,
        String field,
        Collection<String> emptied) {}
