package insights.destination.key;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A data key as it is stored.
 *
 * @param masterKeyVersion the master key that opens it
 * @param wrappedKey the data key, encrypted
 */
@Embeddable
record WrappedKey(
        @Column(name = "master_key_version") int masterKeyVersion,
        @Column(name = "wrapped_key") byte[] wrappedKey) {}
