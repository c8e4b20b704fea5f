package insights.destination.connection;

import insights.common.name.DisplayName;
import insights.destination.consent.ConsentRequest;
import insights.destination.key.Secret;
import insights.destination.key.WellFormedKey;
import insights.destination.type.ConnectionType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A connection to make.
 *
 * @param endpoint base of the destination's API; by default that of the type
 * @param apiKey may come later, see {@code PUT /connections/{id}/api-key}; never without consent
 * @param rateLimitPerSecond requests per second at most; by default that of the type
 * @param maxContacts most contacts that the contract with the destination allows; by default there is no such limit
 * @param sharedWithContributors whether contributors may use it; by default they may not
 */
@Schema(
        examples =
                """
                {"type":"AUTOPILOT","displayName":"Newsletter","apiKey":"0123456789abcdef0123456789abcdef",
                "consent":{"textVersion":1,"language":"en","agreed":true}}""")
public record ConnectionRequest(
        @NotNull ConnectionType type,

        @NotNull
        @Pattern(regexp = DisplayName.WHOLE, message = DisplayName.WHOLE_MESSAGE)
        @Schema(maxLength = DisplayName.MAX_LENGTH, examples = "Newsletter")
        String displayName,

        @Schema(examples = "https://api2.autopilothq.com/v1")
        URI endpoint,

        @WellFormedKey Secret apiKey,
        @Valid ConsentRequest consent,
        @Min(1) @Max(1000) Integer rateLimitPerSecond,
        @Min(1) Integer maxContacts,
        boolean sharedWithContributors) {

    public ConnectionRequest {
        displayName = DisplayName.normalized(displayName);
    }
}
