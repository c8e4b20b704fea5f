package insights.export.definition;

import java.util.UUID;

/** Told, within the transaction and before it is gone, when an export is removed: nothing of it may run any more. */
public record ExportRemoved(UUID export) {}
