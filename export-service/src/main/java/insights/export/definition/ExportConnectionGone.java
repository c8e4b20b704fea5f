package insights.export.definition;

import java.util.UUID;

/** What an export delivered to a connection cannot be reached any more, because that was removed; in the transaction of that. */
public record ExportConnectionGone(UUID export) {}
