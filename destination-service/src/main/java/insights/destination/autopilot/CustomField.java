package insights.destination.autopilot;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A field of the customer's own, as {@code GET /contacts/custom_fields} of Autopilot's API v1 lists it.
 *
 * @param name as people gave it, with spaces
 * @param fieldType {@code string}, {@code integer}, {@code float}, {@code boolean} or {@code date}
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record CustomField(String name, String fieldType) {}
