package insights.export.connection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * A connection as destination-service describes it to this service.
 *
 * @param status {@code CONNECTED}, {@code NEEDS_ATTENTION}, {@code DRAFT} or {@code CONSENT_WITHDRAWN}
 * @param rateLimitPerSecond requests a second that the contract with the destination allows
 * @param maxContacts contacts that the contract with the destination allows; null when nobody said
 * @param consented whether an administrator's consent is in force
 * @param exportUser in whose name runs act; null when nobody
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Connection(
        UUID id,
        String type,
        String displayName,
        String status,
        boolean sharedWithContributors,
        URI endpoint,
        double rateLimitPerSecond,
        Long maxContacts,
        boolean consented,
        ExportUser exportUser) {

    /** The person in whose name runs act. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExportUser(String subject, String name) {}

    /** Why no run may use it, in words for a person; empty when one may. */
    public Optional<String> obstacle() {
        if (!consented) {
            return Optional.of("The consent to the transfer of data is missing or was withdrawn:"
                    + " an administrator agrees on the connection.");
        }
        if (!status.equals("CONNECTED")) {
            return Optional.of("The connection is not working: an administrator tests it or replaces its key.");
        }
        return exportUser == null
                ? Optional.of("The connection has no export user: an administrator signs in and adds themselves.")
                : Optional.empty();
    }
}
