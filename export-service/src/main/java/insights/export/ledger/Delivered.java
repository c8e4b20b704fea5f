package insights.export.ledger;

/**
 * A contact that Autopilot has just accepted.
 *
 * @param address keyed hash of its e-mail
 * @param fingerprint keyed hash of the contact
 */
public record Delivered(String profileId, String contactId, byte[] address, byte[] fingerprint) {}
