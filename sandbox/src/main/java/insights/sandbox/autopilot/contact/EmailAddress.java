package insights.sandbox.autopilot.contact;

import java.util.Locale;
import java.util.regex.Pattern;

/** What makes contacts the same: Autopilot tells them apart by e-mail address, not minding upper and lower case. */
final class EmailAddress {

    private static final Pattern SYNTAX = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");
    private static final int LONGEST = 254;

    private EmailAddress() {}

    static boolean isValid(String email) {
        return email.length() <= LONGEST && SYNTAX.matcher(email).matches();
    }

    /** The same for all ways of writing one address. */
    static String identity(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
