package insights.export.definition;

import java.util.UUID;

/** Told, within the transaction, when an export gets a connection back that it had left: what it delivered there is its own again. */
public record ExportReturned(UUID export, UUID connection) {}
