package insights.segment.optout;

import insights.common.address.EmailAddress;
import insights.segment.erasure.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * By what others ask later whether an address opted out, without keeping the address: its fingerprint as text. To them it is
 * opaque; without the key of this service nobody can try addresses against it. Not for several threads at once.
 */
public final class OptOutKeys {

    /** What it looks like: 32 bytes in base64url without padding. */
    static final String PATTERN = "[A-Za-z0-9_-]{43}";

    private final Fingerprints fingerprints;

    public OptOutKeys(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** That of the address that a text is, in ASCII; empty when it is none. @param utf8 null where there is no text */
    public Optional<byte[]> of(byte[] utf8) {
        return Optional.ofNullable(utf8)
                .flatMap(text -> EmailAddress.parse(new String(text, StandardCharsets.UTF_8)))
                .map(fingerprints::ofAddress)
                .map(Base64.getUrlEncoder().withoutPadding()::encode);
    }

    static byte[] fingerprint(String key) {
        return Base64.getUrlDecoder().decode(key);
    }
}
