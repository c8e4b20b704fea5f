package insights.destination.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What export-service answers: all exports that use a connection. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ExportUses(List<ExportUse> items) {}
