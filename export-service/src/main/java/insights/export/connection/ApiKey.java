package insights.export.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An API key of a destination in the memory of this service, where it stays. It cannot be printed or written as JSON. */
@RegisterForReflection
public final class ApiKey {

    private final String value;

    @JsonCreator
    public ApiKey(@JsonProperty("apiKey") String value) {
        this.value = value;
    }

    /** For the request to the destination and nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "ApiKey[…]";
    }
}
