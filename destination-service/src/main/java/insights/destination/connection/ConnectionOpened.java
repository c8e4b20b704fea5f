package insights.destination.connection;

import java.util.UUID;

/** Told within the transaction, when runs may use a connection that none might use before. */
public record ConnectionOpened(UUID connectionId) {}
