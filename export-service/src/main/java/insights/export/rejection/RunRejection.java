package insights.export.rejection;

import insights.export.matching.RejectionReason;
import jakarta.validation.constraints.NotNull;

/**
 * A profile that a run did not export.
 *
 * @param detail the reason in words
 * @param otherProfileId the profile that was exported instead; null unless the reason is {@code DUPLICATE_EMAIL}
 * @param field the profile field whose value does not fit, or was refused; left out unless the reason is {@code VALUE_DOES_NOT_FIT},
 *     or {@code REFUSED_BY_DESTINATION} and the destination says which
 */
public record RunRejection(
        @NotNull String profileId,
        @NotNull RejectionReason reason,
        @NotNull String detail,
        String otherProfileId,
        String field) {}
