package insights.destination.type;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;

/**
 * What a person must know to choose a kind of destination.
 *
 * @param documentation the vendor's own
 * @param defaultEndpoint used when a connection names none
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
        int defaultRateLimitPerSecond,
        int maxProfiles,
        int maxContactsPerRequest,
        @NotNull List<String> needs) {}
