package insights.destination.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import java.util.UUID;

/** How many exports use each connection that was asked for. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ExportCountAnswer(Map<UUID, Integer> connections) {}
