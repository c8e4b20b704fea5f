package insights.destination.connection;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * In whose name scheduled runs act.
 *
 * @param subject the identity provider's stable id of the person
 * @param at when the person took it on, freshly signed in
 * @param lapse why they lend their name no more, so that no run starts; absent: they do, or the identity provider is not asked
 */
@Embeddable
public record ExportUser(
        @NotNull String subject,
        @NotNull String name,
        @NotNull Instant at,

        @Enumerated(EnumType.STRING)
        @Schema(description = "Why they lend their name no more, so that no run starts; absent: they do")
        Lapse lapse) {

    ExportUser with(Lapse other) {
        return new ExportUser(subject, name, at, other);
    }
}
