package insights.export.ledger;

import insights.common.address.EmailAddress;
import insights.common.seal.AesGcm;
import insights.common.seal.CannotOpenException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Addresses of people who were erased, while they are still to be taken off: encrypted, so that neither the database nor a copy of it
 * tells any ({@code docs/decisions}, 16).
 */
@ApplicationScoped
class SealedAddresses {

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    SealedAddresses(Fingerprints fingerprints) {
        this.key = fingerprints.ofSeal();
    }

    /** @param profile whose they are: under another one they do not open */
    byte[] seal(String profile, Collection<EmailAddress> addresses) {
        String text = addresses.stream().map(EmailAddress::sent).collect(Collectors.joining("\n"));
        return AesGcm.seal(key, bytes(text), bytes(profile), random);
    }

    /** What was sealed. @param sealed null for none */
    List<EmailAddress> open(String profile, byte[] sealed) {
        if (sealed == null) {
            return List.of();
        }
        try {
            String text = new String(AesGcm.open(key, sealed, bytes(profile)), StandardCharsets.UTF_8);
            return addresses(List.of(text.split("\n")));
        } catch (CannotOpenException anotherKey) {
            // It was lost, and the ledger does not know anybody again either: that must not hold up the rest.
            return List.of();
        }
    }

    /** Each once. What is none is left out. */
    static List<EmailAddress> addresses(Collection<String> texts) {
        Map<String, EmailAddress> addresses = new LinkedHashMap<>();
        texts.forEach(
                text -> EmailAddress.parse(text).ifPresent(address -> addresses.putIfAbsent(address.sent(), address)));
        return List.copyOf(addresses.values());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
