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
 * @param exportUserLapsed whether nobody does because the one who did may not any more, as the identity provider has it
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
        ExportUser exportUser,
        boolean exportUserLapsed) {

    /** That runs have nobody's name to act in any more, in words for a person. */
    public static final String LAPSED =
            "The export user of the connection is disabled at the identity provider, not there"
                    + " any more, or no administrator any more: an administrator signs in and adds themselves.";

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
        if (exportUserLapsed) {
            return Optional.of(LAPSED);
        }
        return exportUser == null
                ? Optional.of("The connection has no export user: an administrator signs in and adds themselves.")
                : Optional.empty();
    }
}
