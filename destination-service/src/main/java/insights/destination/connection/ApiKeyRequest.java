package insights.destination.connection;

import insights.destination.key.Secret;
import insights.destination.key.WellFormedKey;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The key to use from now on. */
@Schema(examples = "{\"apiKey\":\"0123456789abcdef0123456789abcdef\"}")
public record ApiKeyRequest(@NotNull @WellFormedKey Secret apiKey) {}
