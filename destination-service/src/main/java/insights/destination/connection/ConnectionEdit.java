package insights.destination.connection;

import insights.common.name.DisplayName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What can be edited of a connection. In a merge patch (RFC 7396) a member that is left out stays as it is, and null
 * takes the value away, or back to its default.
 *
 * @param endpoint by default that of the type; another one is proven with the stored key before it is saved
 * @param rateLimitPerSecond requests per second at most; by default that of the type
 * @param maxContacts most contacts that the contract with the destination allows; by default there is no such limit
 * @param sharedWithContributors whether contributors may use it; by default they may not
 */
@RegisterForReflection
@Schema(examples = "{\"sharedWithContributors\":true,\"maxContacts\":null}")
public record ConnectionEdit(
        @NotNull
        @Pattern(regexp = DisplayName.WHOLE, message = DisplayName.WHOLE_MESSAGE)
        @Schema(maxLength = DisplayName.MAX_LENGTH)
        String displayName,

        URI endpoint,
        @Min(1) @Max(1000) Integer rateLimitPerSecond,
        @Min(1) Integer maxContacts,
        boolean sharedWithContributors) {

    public ConnectionEdit {
        displayName = DisplayName.normalized(displayName);
    }

    static ConnectionEdit from(ConnectionResponse connection) {
        return new ConnectionEdit(
                connection.displayName(),
                connection.endpoint(),
                connection.rateLimitPerSecond(),
                connection.maxContacts(),
                connection.sharedWithContributors());
    }
}
