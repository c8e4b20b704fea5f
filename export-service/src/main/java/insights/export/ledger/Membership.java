package insights.export.ledger;

import java.util.UUID;

/**
 * A contact's place on the list of a segment.
 *
 * @param contactId Autopilot's id of the contact
 * @param pending it was asked for before, without an answer that reached the ledger
 */
public record Membership(String profileId, String contactId, UUID segment, boolean pending) {}
