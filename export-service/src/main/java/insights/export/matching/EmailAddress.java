package insights.export.matching;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;

/**
 * An e-mail address as Autopilot identifies a contact by it: trimmed, and compared without regard to case.
 *
 * @param written as the profile has it, trimmed; this is sent
 */
public record EmailAddress(String written) {

    /** An address somebody can be mailed at over the internet: no display names, IP addresses or bare host names. */
    private static final EmailValidator VALIDATOR =
            JMail.strictValidator().requireTopLevelDomain().disallowIpDomain().disallowQuotedIdentifiers();

    /** Longest that mail systems deliver to (RFC 5321 §4.5.3.1.3, less the angle brackets). */
    private static final int MAX_LENGTH = 254;

    /** Whether the text is an address at all. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && VALIDATOR.isValid(text);
    }

    /** What two spellings of one address have in common. */
    public String normalized() {
        return written.toLowerCase(Locale.ROOT);
    }
}
