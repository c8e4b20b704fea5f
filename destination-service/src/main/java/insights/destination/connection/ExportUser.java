package insights.destination.connection;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * In whose name scheduled runs act.
 *
 * @param subject the identity provider's stable id of the person
 * @param at when the person took it on, freshly signed in
 */
@Embeddable
public record ExportUser(
        @NotNull String subject,
        @NotNull String name,
        @NotNull Instant at) {}
