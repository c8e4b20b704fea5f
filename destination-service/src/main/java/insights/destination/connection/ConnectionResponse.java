package insights.destination.connection;

import insights.common.security.Person;
import insights.destination.type.ConnectionType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A connection as administrators see it.
 *
 * @param status whether it can be used; what it lacks besides is under {@code missing}
 * @param missing what it lacks before a run can start; empty: nothing
 * @param maxContacts most contacts that the contract with the destination allows; absent: no such limit
 * @param consent absent while there is none in force
 * @param consentOutdated whether there is a newer text to agree to; the consent holds meanwhile
 * @param exportUser absent while nobody has taken it on: no run starts; neither does one while it says a lapse
 * @param keyHint the last four characters of the API key; absent while there is none
 * @param exportCount how many exports use it; in lists only, and absent there while export-service does not answer
 * @param permissions what the caller may do with it
 * @param version also the ETag, for the next edit's If-Match
 */
@RegisterForReflection
public record ConnectionResponse(
        @NotNull UUID id,
        @NotNull ConnectionType type,
        @NotNull String displayName,
        @NotNull URI endpoint,
        @NotNull ConnectionStatus status,

        @NotNull @Schema(description = "What it lacks before a run can start; empty: nothing")
        List<MissingPart> missing,

        boolean sharedWithContributors,
        int rateLimitPerSecond,

        @Schema(description = "Most contacts that the contract with the destination allows; absent: no such limit")
        Integer maxContacts,

        Consent consent,

        @Schema(description = "Whether there is a newer text to agree to; the consent holds meanwhile")
        boolean consentOutdated,

        ExportUser exportUser,
        LastCheck lastCheck,

        @Schema(description = "The last four characters of the API key; absent: there is none")
        String keyHint,

        @Schema(
                description = "How many exports use it; in lists only, and absent there while export-service does not"
                        + " answer")
        Integer exportCount,

        @NotNull @Schema(description = "What the caller may do with it")
        List<ConnectionPermission> permissions,

        @NotNull Instant createdAt,
        @NotNull Person createdBy,
        @NotNull Instant updatedAt,
        @NotNull Person updatedBy,
        long version)
        implements ConnectionView {

    static ConnectionResponse from(
            ConnectionEntity row, int currentTextVersion, List<MissingPart> missing, Integer exportCount) {
        return new ConnectionResponse(
                row.id,
                row.type,
                row.displayName,
                URI.create(row.endpoint),
                row.status,
                missing,
                row.sharedWithContributors,
                row.rateLimitPerSecond,
                row.maxContacts,
                row.consent,
                row.consent != null && row.consent.textVersion() < currentTextVersion,
                row.exportUser,
                row.lastCheck,
                row.keyHint,
                exportCount,
                List.of(ConnectionPermission.values()),
                row.createdAt,
                row.createdBy,
                row.updatedAt,
                row.updatedBy,
                row.version);
    }
}
