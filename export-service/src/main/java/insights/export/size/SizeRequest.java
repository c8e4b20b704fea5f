package insights.export.size;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A choice of segments whose size is asked for.
 *
 * @param segmentIds the choice
 * @param connectionId connection to count with; may be left out
 * @param exportId export that is being edited: what it has now does not count; left out for a new one
 */
@Schema(examples = """
        {"segmentIds": ["01997f10-02f1-7a40-8f0c-0b7a5c0d9e11"], "connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0"}""")
public record SizeRequest(
        @NotEmpty @Size(max = 100) List<@NotNull UUID> segmentIds, UUID connectionId, UUID exportId) {}
