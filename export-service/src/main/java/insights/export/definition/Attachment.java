package insights.export.definition;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the connection that an export is to use. */
@Schema(examples = """
        {"connectionId": "01997f0f-6b6a-7c62-9d11-4d2ab5a7c1d0"}""")
public record Attachment(@NotNull UUID connectionId) {}
