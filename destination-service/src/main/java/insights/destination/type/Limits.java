package insights.destination.type;

/**
 * What a kind of destination takes, as long as no contract says otherwise.
 *
 * @param rateLimitPerSecond requests a second
 * @param maxProfiles most profiles that all exports of one connection may send together (L1)
 * @param maxContactsPerRequest most contacts in one request
 */
public record Limits(int rateLimitPerSecond, int maxProfiles, int maxContactsPerRequest) {}
