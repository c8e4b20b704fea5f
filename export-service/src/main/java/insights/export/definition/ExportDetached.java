package insights.export.definition;

import java.util.UUID;

/**
 * Told, within the transaction, when nothing of an export may run through a connection any more.
 *
 * @param connection the one that it lost, or that it left before and that is gone now
 * @param reason in words for a person
 */
public record ExportDetached(UUID export, UUID connection, String reason) {}
