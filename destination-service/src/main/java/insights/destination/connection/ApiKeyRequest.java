package insights.destination.connection;

import insights.destination.key.Secret;
import insights.destination.key.WellFormedKey;
import jakarta.validation.constraints.NotNull;

/** The key to use from now on. */
public record ApiKeyRequest(@NotNull @WellFormedKey Secret apiKey) {}
