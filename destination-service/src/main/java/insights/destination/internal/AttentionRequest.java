package insights.destination.internal;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Why a connection needs an administrator.
 *
 * @param keyId the ETag that the key came with, without its quotes; by default the key that is stored is meant
 * @param detail shown to administrators as that of the last check; no keys, no personal data
 */
public record AttentionRequest(
        @NotNull Reason reason,
        @Size(max = 100) String keyId,
        @Size(max = 500) String detail) {

    /** What a run met. */
    public enum Reason {
        API_KEY_REFUSED
    }
}
