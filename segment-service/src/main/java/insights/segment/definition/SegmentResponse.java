package insights.segment.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A segment as people see it.
 *
 * @param rule absent in static segments
 * @param size how many members it had at the last refresh; absent before the first
 * @param refreshedAt when that refresh took its snapshot
 */
public record SegmentResponse(
        UUID id,
        String displayName,
        SegmentKind kind,
        @Schema(type = SchemaType.OBJECT) JsonNode rule,
        SegmentStatus status,
        long version,
        Long size,
        Instant refreshedAt,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    static SegmentResponse from(SegmentEntity entity, SegmentSize size) {
        return new SegmentResponse(
                entity.id,
                entity.displayName,
                entity.rule == null ? SegmentKind.STATIC : SegmentKind.RULE,
                entity.rule,
                entity.status,
                entity.version,
                size == null ? null : size.size(),
                size == null ? null : size.refreshedAt(),
                entity.createdAt,
                entity.createdBy,
                entity.updatedAt,
                entity.updatedBy);
    }
}
