package insights.sandbox.autopilot.hook;

import java.net.URI;

/**
 * A URL that is told of events.
 *
 * @param event the name it was registered for
 * @param createdAt epoch milliseconds
 */
public record Hook(String id, String event, URI target, long createdAt) {}
