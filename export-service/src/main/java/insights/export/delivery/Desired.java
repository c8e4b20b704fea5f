package insights.export.delivery;

import insights.export.matching.RejectionReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a run found about one profile. Either an address and a fingerprint, or a reason.
 *
 * @param address keyed hash of the e-mail
 * @param fingerprint keyed hash of the contact
 */
record Desired(
        String profileId,
        Instant updatedAt,
        List<UUID> segments,
        byte[] address,
        byte[] fingerprint,
        RejectionReason reason) {}
