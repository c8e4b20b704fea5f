package insights.export.use;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Whose exports are to be counted: a page of a list of the service that asks.
 *
 * @param connectionIds connections; left out by who asks for segments
 * @param segmentIds segments; left out by who asks for connections
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExportCountRequest(
        @Size(max = 1_000) List<@NotNull UUID> connectionIds,
        @Size(max = 1_000) List<@NotNull UUID> segmentIds) {

    @JsonIgnore
    @AssertTrue(message = "must name connectionIds or segmentIds")
    public boolean isAboutSomething() {
        return connectionIds != null || segmentIds != null;
    }
}
