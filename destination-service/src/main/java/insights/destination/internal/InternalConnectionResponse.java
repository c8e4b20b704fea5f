package insights.destination.internal;

import insights.destination.connection.ConnectionResponse;
import insights.destination.connection.ConnectionStatus;
import insights.destination.connection.ExportUser;
import insights.destination.type.ConnectionType;
import java.net.URI;
import java.util.UUID;

/**
 * What export-service must know of a connection before and during a run.
 *
 * @param maxContacts absent: the contract with the destination sets no such limit
 * @param consented whether a consent is in force
 * @param exportUser absent: no run may start
 * @param exportUserLapsed whether it is absent because they lend their name no more
 */
public record InternalConnectionResponse(
        UUID id,
        ConnectionType type,
        String displayName,
        ConnectionStatus status,
        boolean sharedWithContributors,
        URI endpoint,
        int rateLimitPerSecond,
        Integer maxContacts,
        boolean consented,
        ExportUser exportUser,
        boolean exportUserLapsed,
        long version) {

    static InternalConnectionResponse from(ConnectionResponse connection) {
        ExportUser exportUser = connection.exportUser();
        boolean lapsed = exportUser != null && exportUser.lapse() != null;
        return new InternalConnectionResponse(
                connection.id(),
                connection.type(),
                connection.displayName(),
                connection.status(),
                connection.sharedWithContributors(),
                connection.endpoint(),
                connection.rateLimitPerSecond(),
                connection.maxContacts(),
                connection.consent() != null,
                lapsed ? null : exportUser,
                lapsed,
                connection.version());
    }
}
