package insights.segment.imports.intake;

import insights.common.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Hashes by which a request is known when it comes again. */
final class Digests {

    private Digests() {}

    /** Of another hash and a text. */
    static byte[] of(byte[] content, String text) {
        MessageDigest digest = Sha256.begin();
        digest.update(content);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return digest.digest();
    }
}
