package insights.export.definition;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * A choice of segments whose size is asked for.
 *
 * @param segmentIds the choice
 * @param connectionId connection to count with; may be left out
 * @param exportId export that is being edited: what it has now does not count; left out for a new one
 */
public record SizeRequest(
        @NotEmpty @Size(max = 100) List<@NotNull UUID> segmentIds, UUID connectionId, UUID exportId) {}
