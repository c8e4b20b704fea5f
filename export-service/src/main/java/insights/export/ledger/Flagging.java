package insights.export.ledger;

import java.util.List;
import java.util.UUID;

/**
 * A contact at which fields are about to be set.
 *
 * @param address keyed hash of its e-mail
 * @param segments whose fields
 */
public record Flagging(String profileId, byte[] address, List<UUID> segments) {}
