package insights.destination.exports;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.UUID;

/** Of which connections export-service is to count the exports. */
@RegisterForReflection
record ExportCountRequest(Collection<UUID> connectionIds) {}
