package insights.export.ledger;

import insights.common.address.EmailAddress;
import insights.export.destination.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes (HMAC-SHA-256, cut to 16 bytes) of what must be recognised but not kept: addresses and contacts. Without
 * the key nobody can try addresses against them.
 */
@ApplicationScoped
public class Fingerprints {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;

    private final Mac keyed;

    Fingerprints(LedgerConfig config) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(config.key().orElseThrow().getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** The same for two spellings of one address. */
    public byte[] of(EmailAddress address) {
        return hash('a', address.canonical());
    }

    /** The same for two contacts that look the same at the destination. */
    public byte[] of(Contact contact) {
        return hash('c', contact.text());
    }

    /** Of a profile's id, for the proof that it was erased. */
    public byte[] ofProfile(String id) {
        return hash('p', id);
    }

    /** A key of its own, for what is encrypted. */
    byte[] ofSeal() {
        return whole('s', "key of what is encrypted");
    }

    /** By which another key is noticed. */
    byte[] ofKey() {
        return hash('k', "fingerprint of the key itself");
    }

    private byte[] hash(char kind, String text) {
        return Arrays.copyOf(whole(kind, text), LENGTH);
    }

    private byte[] whole(char kind, String text) {
        Mac mac = copy();
        mac.update((byte) kind);
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A Mac is for one thread; a copy of one that has its key costs less than a new one. */
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own " + ALGORITHM + " can be copied", e);
        }
    }
}
