package insights.export.definition;

import java.util.UUID;

/** An export is about to be removed because its connection was; in the transaction of that. */
public record ExportConnectionGone(UUID export) {}
