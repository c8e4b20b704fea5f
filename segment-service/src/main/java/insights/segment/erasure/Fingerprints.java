package insights.segment.erasure;

import insights.common.address.EmailAddress;
import insights.common.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes (HMAC-SHA-256) of ids and of addresses: what is kept of people who were erased or who opted out. Nobody
 * without the key finds the person, so they are no personal data. Not for several threads at once.
 */
public final class Fingerprints {

    private static final String ALGORITHM = "HmacSHA256";

    /** An id that is an address must not have the fingerprint of that address: the two say different things. */
    private static final String ADDRESSES = "fingerprints of addresses";

    private static final String KEY = "fingerprint of the key itself";

    private final Mac ids;
    private final Mac addresses;

    Fingerprints(String key) {
        ids = mac(key.getBytes(StandardCharsets.UTF_8));
        addresses = mac(hash(ids, ADDRESSES));
    }

    /** Of the id of a profile; the same for all ways to write it. */
    public byte[] ofId(String profileId) {
        return hash(ids, CleanText.of(profileId));
    }

    /** The same for all ways to write the address. */
    public byte[] ofAddress(EmailAddress address) {
        return hash(addresses, address.canonical());
    }

    /** By which another key is noticed. */
    byte[] ofKey() {
        return hash(addresses, KEY);
    }

    private static byte[] hash(Mac mac, String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
