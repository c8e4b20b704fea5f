package insights.segment.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that somebody changed.
 *
 * @param subject who, as the identity provider knows them
 * @param name how they sign in
 * @param before absent when it was not there before
 * @param after absent when it was removed
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String subject,
        String name,
        String action,
        String targetType,
        String target,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String before,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String after) {}
