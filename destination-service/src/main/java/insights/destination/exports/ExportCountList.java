package insights.destination.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What export-service answers: every connection that exports use. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ExportCountList(List<ExportCount> items) {}
