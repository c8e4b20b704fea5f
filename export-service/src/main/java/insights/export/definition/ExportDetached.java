package insights.export.definition;

import java.util.UUID;

/**
 * Told, within the transaction, when an export lost its connection: nothing of it may run any more.
 *
 * @param reason in words for a person
 */
public record ExportDetached(UUID export, String reason) {}
