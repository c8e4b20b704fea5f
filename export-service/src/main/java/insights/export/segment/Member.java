package insights.export.segment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One profile of the members stream.
 *
 * @param updatedAt when it last changed, in ISO 8601, as it came: not everybody who reads members wants to know
 * @param optedOut whether the person opted out, by this profile or by its address; null when segment-service does not say
 * @param optOutKey opaque: by it segment-service is asked later whether the address of the field that the query named opted
 *     out; null when that field has no address
 * @param segments those of the asked ones that it is in
 * @param attributes the asked ones that it has
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Member(
        String profileId,
        String updatedAt,
        Boolean optedOut,
        String optOutKey,
        List<UUID> segments,
        Map<String, JsonNode> attributes) {

    /** Hides the person. */
    @Override
    public String toString() {
        return "Member[" + profileId + "]";
    }
}
