package insights.segment.optout;

import insights.segment.field.FieldRole;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be changed of a field (RFC 7396).
 *
 * @param role what it is for; null for nothing in particular
 */
@RegisterForReflection
@Schema(examples = "{\"role\":\"OPT_OUT\"}")
public record FieldPatch(FieldRole role) {}
