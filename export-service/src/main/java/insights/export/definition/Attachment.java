package insights.export.definition;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Names the connection that an export is to use. */
public record Attachment(@NotNull UUID connectionId) {}
