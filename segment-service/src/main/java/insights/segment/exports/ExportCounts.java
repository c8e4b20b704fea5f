package insights.segment.exports;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How many exports send which segment, as far as export-service said it. */
public sealed interface ExportCounts {

    /** The number for a segment; empty when nobody knows. */
    Optional<Integer> of(UUID segmentId);

    /** What export-service answered. Segments that it did not name are sent by none. */
    record Known(Map<UUID, Integer> bySegment) implements ExportCounts {

        @Override
        public Optional<Integer> of(UUID segmentId) {
            return Optional.of(bySegment.getOrDefault(segmentId, 0));
        }
    }

    /** export-service did not answer in time, or was not asked. */
    record Unknown() implements ExportCounts {

        @Override
        public Optional<Integer> of(UUID segmentId) {
            return Optional.empty();
        }
    }
}
