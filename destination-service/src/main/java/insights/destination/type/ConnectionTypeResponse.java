package insights.destination.type;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;

/**
 * What a person must know to choose a kind of destination.
 *
 * @param documentation the vendor's own
 * @param defaultEndpoint used when a connection names none
 * @param regions where accounts can be, and so where connections may lead; first the default
 * @param apiKey what keys look like
 * @param defaultRateLimitPerSecond requests per second, when a connection sets no other limit
 * @param maxProfiles most profiles that all exports of one connection may send together (L1)
 * @param maxContactsPerRequest how many contacts one request takes
 * @param needs what must be given before a connection of this kind can be used
 */
public record ConnectionTypeResponse(
        @NotNull ConnectionType type,
        @NotNull String name,
        @NotNull String description,
        @NotNull URI documentation,
        @NotNull URI defaultEndpoint,
        @NotNull List<Region> regions,
        @NotNull KeyShape apiKey,
        int defaultRateLimitPerSecond,
        int maxProfiles,
        int maxContactsPerRequest,
        @NotNull List<String> needs) {

    /** Each kind of destination needs the same: without a name nobody knows it, without the rest nothing may leave. */
    private static final List<String> NEEDS = List.of("displayName", "apiKey", "consent", "exportUser");

    static ConnectionTypeResponse of(DestinationType type) {
        return new ConnectionTypeResponse(
                type.type(),
                type.type().label(),
                type.description(),
                type.documentation(),
                type.regions().getFirst().endpoint(),
                type.regions(),
                type.keyShape(),
                type.limits().rateLimitPerSecond(),
                type.limits().maxProfiles(),
                type.limits().maxContactsPerRequest(),
                NEEDS);
    }
}
