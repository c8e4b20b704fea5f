package insights.common.address;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import insights.common.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An e-mail address that mail systems deliver to over the internet. Everything here that compares, hashes or sends
 * addresses does it by this class, so that one person is one everywhere.
 *
 * <p>Spaces and invisible characters around it are taken away and it is composed (NFC). What is left is an address or none:
 * display names, comments, quoted local parts, address literals, lists, spaces and invisible characters inside, and letters
 * that stand in for others ({@link LocalPart}) are none, because whom they mean is a guess. Lengths are those of RFC 5321
 * §4.5.3.1, in bytes of UTF-8: 64 for the local part, 254 for the whole.
 */
public final class EmailAddress {

    private static final EmailValidator SYNTAX =
            JMail.strictValidator().requireTopLevelDomain().disallowIpDomain().disallowQuotedIdentifiers();

    static final int MAX_LOCAL_PART = 64;
    static final int MAX_LENGTH = 254;

    /** The sign itself, and what writings of it begin with: {@code ann%40…}, {@code ann&#64;…}, {@code ann(at)…}. */
    private static final String SIGNS_OF_AT = "@\uff20\ufe6b%&([{<";

    private final String sent;
    private final String canonical;

    private EmailAddress(String sent, String canonical) {
        this.sent = sent;
        this.canonical = canonical;
    }

    private EmailAddress(String localPart, Domain domain) {
        this(localPart + '@' + domain.sent(), LocalPart.canonical(localPart) + '@' + domain.canonical());
    }

    /** The address that the text is; empty when it is none. */
    public static Optional<EmailAddress> parse(String text) {
        return PlainAddress.isOne(text)
                ? Optional.of(new EmailAddress(text, text.toLowerCase(Locale.ROOT)))
                : parseAnyKind(text);
    }

    static Optional<EmailAddress> parseAnyKind(String text) {
        String clean = CleanText.of(text);
        int at = clean.lastIndexOf('@');
        if (at < 1 || hasStandIn(text)) {
            return Optional.empty();
        }
        String localPart = clean.substring(0, at);
        if (!LocalPart.isValid(localPart) || bytes(localPart) > MAX_LOCAL_PART) {
            return Optional.empty();
        }
        return Domain.parse(clean.substring(at + 1))
                .map(domain -> new EmailAddress(localPart, domain))
                .filter(address -> bytes(address.sent) <= MAX_LENGTH && SYNTAX.isValid(address.canonical));
    }

    /**
     * Whether letters before the {@code @} stand in for others, so that the text is no address. Composing makes the others of
     * them, so who composes texts must ask before: {@link CleanText} makes a K of the Kelvin sign.
     */
    public static boolean hasStandIn(String text) {
        int at = text.lastIndexOf('@');
        return at > 0 && LocalPart.hasStandIn(text.substring(0, at));
    }

    /**
     * All addresses that somebody may have meant by a text, damaged or several: {@code Ann <ann@example.com>},
     * {@code ann@example.com; bob@example.com}, one with an invisible character inside, or a sign that composes to a letter.
     * For opt-outs only, where to take one person too many for opted out is the smaller harm. Never to be sent.
     */
    public static List<EmailAddress> within(String text) {
        Optional<EmailAddress> whole = parse(text);
        return whole.isPresent() && !DamagedText.mayMeanAnother(text)
                ? List.of(whole.get())
                : Stream.concat(whole.stream(), DamagedText.addresses(text).stream())
                        .distinct()
                        .toList();
    }

    /** Whether the text has any sign by which {@link #within} may find an address; cheap enough for every id of a file. */
    public static boolean mayBeWithin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (SIGNS_OF_AT.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** As it is sent: as it was written, but clean, and an internationalised domain in ASCII. */
    public String sent() {
        return sent;
    }

    /**
     * What all ways to write the address have in common: the domain in ASCII (UTS #46) and lower case, ASCII letters of the
     * local part in lower case. For comparing and hashing.
     */
    public String canonical() {
        return canonical;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EmailAddress address && address.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return Objects.hash(canonical);
    }

    /** Hides the person. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
