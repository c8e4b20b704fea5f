package insights.destination.connection;

import java.text.Normalizer;

/**
 * The name by which people tell a connection from others, so nothing is in it that they cannot see: no control
 * characters, none that turn the direction of writing, and no spaces without width. Joiners stay: scripts and emoji need
 * them.
 */
final class ConnectionName {

    static final String VISIBLE =
            "[^\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]*";

    static final String MESSAGE = "must not have line breaks or characters that cannot be seen";

    private ConnectionName() {}

    /** As it is kept: composed (NFC), so that what looks the same is the same, and without spaces around. */
    static String normalized(String name) {
        return name == null
                ? null
                : Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
    }
}
