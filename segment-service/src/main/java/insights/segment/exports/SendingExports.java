package insights.segment.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The exports that send any of some segments, as export-service tells. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record SendingExports(List<SendingExport> items) {

    /** What export-service is asked. */
    @RegisterForReflection
    record Question(Collection<UUID> segmentIds) {}
}
