package insights.common.address;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import insights.common.text.CleanText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands after the {@code @}: a host name of at least two labels whose last is no number. Internationalised ones are
 * mapped by UTS #46, non-transitional, as browsers and registries do: the JDK's {@code java.net.IDN} knows IDNA2003 only,
 * which makes {@code straße.example} another domain. Width forms and other compatibility characters are none, although UTS
 * #46 would map them.
 *
 * @param sent in ASCII; as written where it was written so
 * @param canonical in ASCII and lower case
 */
record Domain(String sent, String canonical) {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    /** Letters, digits and hyphens (RFC 1123 §2.1); top-level domains are letters (RFC 3696 §2), or encoded. */
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])");

    private static final String ENCODED = "xn--";

    static Optional<Domain> parse(String text) {
        if (text.length() > EmailAddress.MAX_LENGTH) {
            return Optional.empty();
        }
        String lowered = text.toLowerCase(Locale.ROOT);
        boolean ascii = text.chars().allMatch(character -> character < 0x80);
        if (ascii && !lowered.contains(ENCODED)) {
            return HOST.matcher(lowered).matches() ? Optional.of(new Domain(text, lowered)) : Optional.empty();
        }
        if (CleanText.hasInvisible(text) || !NFKC.isNormalized(text) || text.indexOf('\u3002') >= 0) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        String encoded = UTS46.nameToASCII(text, new StringBuilder(), info).toString();
        return info.hasErrors() || !HOST.matcher(encoded).matches()
                ? Optional.empty()
                : Optional.of(new Domain(ascii ? text : encoded, encoded));
    }
}
