package insights.platform.secret;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Passwords and keys of one start of the platform: made when first asked for, and forgotten when it stops. */
public final class Secrets {

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();

    /** The password of something; the same for everybody who asks. */
    public String password(String of) {
        return passwords.computeIfAbsent(of, name -> HexFormat.of().formatHex(bytes(20)));
    }

    /** An API key in the form of Autopilot's: 32 hexadecimal digits. */
    public String apiKey() {
        return HexFormat.of().formatHex(bytes(16));
    }

    /** A new key of 256 bits, in Base64. */
    public String key() {
        return Base64.getEncoder().encodeToString(bytes(32));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
