package insights.destination.connection;

import insights.common.security.Person;
import insights.destination.type.ConnectionType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A connection as administrators see it.
 *
 * @param maxContacts most contacts that the contract with Autopilot allows; absent: no such limit
 * @param consent absent while there is none in force
 * @param consentOutdated whether there is a newer text to agree to; the consent holds meanwhile
 * @param exportUser absent while nobody has taken it on: no run starts
 * @param keyHint the last four characters of the API key; absent while there is none
 * @param version also the ETag, for the next edit's If-Match
 */
@RegisterForReflection
public record ConnectionResponse(
        UUID id,
        ConnectionType type,
        String displayName,
        URI endpoint,
        ConnectionStatus status,
        boolean sharedWithContributors,
        int rateLimitPerSecond,
        Integer maxContacts,
        Consent consent,
        boolean consentOutdated,
        ExportUser exportUser,
        LastCheck lastCheck,
        String keyHint,
        Instant createdAt,
        Person createdBy,
        Instant updatedAt,
        Person updatedBy,
        long version)
        implements ConnectionView {

    static ConnectionResponse from(ConnectionEntity row, int currentTextVersion) {
        return new ConnectionResponse(
                row.id,
                row.type,
                row.displayName,
                URI.create(row.endpoint),
                row.status,
                row.sharedWithContributors,
                row.rateLimitPerSecond,
                row.maxContacts,
                row.consent,
                row.consent != null && row.consent.textVersion() < currentTextVersion,
                row.exportUser,
                row.lastCheck,
                row.keyHint,
                row.createdAt,
                row.createdBy,
                row.updatedAt,
                row.updatedBy,
                row.version);
    }
}
