package insights.destination.internal;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import insights.destination.key.Secret;

/** The one answer that holds an API key in clear. */
public record ApiKeyResponse(
        @JsonSerialize(using = Secret.Reveal.class) Secret apiKey) {}
