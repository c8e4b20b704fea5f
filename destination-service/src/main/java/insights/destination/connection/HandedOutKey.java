package insights.destination.connection;

import insights.destination.key.Secret;

/**
 * A key for a run.
 *
 * @param id tells it from the keys that were stored before or will be after it; no secret
 */
public record HandedOutKey(String id, Secret apiKey) {}
