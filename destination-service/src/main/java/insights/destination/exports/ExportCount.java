package insights.destination.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** How many exports use a connection. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ExportCount(UUID connectionId, int exports) {}
