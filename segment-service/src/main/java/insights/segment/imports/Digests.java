package insights.segment.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes by which a request is known when it comes again. */
final class Digests {

    private Digests() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of another hash and a text. */
    static byte[] of(byte[] content, String text) {
        MessageDigest digest = sha256();
        digest.update(content);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }
}
