package insights.common.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a value was and what it is now, as text; null where there was or is none. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Change(
        @Schema(required = true, nullable = true) String from,
        @Schema(required = true, nullable = true) String to) {}
