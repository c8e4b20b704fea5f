package insights.export.definition;

import java.util.UUID;

/** Told, within the transaction, when an export is to be removed after what it put at the destination is taken off. */
public record ExportRemoving(UUID export, UUID connection) {}
