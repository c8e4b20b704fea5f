package insights.segment.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The exports that send a segment, as export-service tells. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ExportUses(List<ExportUse> items) {}
