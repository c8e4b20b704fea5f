package insights.segment.exports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;

/** What export-service answers: every segment that exports send, with their number. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ExportCountList(List<OfSegment> items) {

    /** How many exports send a segment. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OfSegment(UUID segmentId, int exportCount) {}
}
