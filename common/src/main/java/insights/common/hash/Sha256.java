package insights.common.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java platform has, so that nobody need handle that it is not there. */
public final class Sha256 {

    private Sha256() {}

    /** A hash of what is still to come. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 32 bytes of the hash. */
    public static byte[] of(byte[] content) {
        return begin().digest(content);
    }
}
