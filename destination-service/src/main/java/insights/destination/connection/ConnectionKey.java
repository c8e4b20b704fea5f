package insights.destination.connection;

import insights.destination.key.Secret;
import insights.destination.type.ConnectionType;
import java.net.URI;

/**
 * What it takes to ask the destination something in this service.
 *
 * @param id tells the key from those before and after it; no secret
 */
public record ConnectionKey(String id, ConnectionType type, URI endpoint, Secret apiKey) {}
