package insights.segment.field;

import java.util.Set;

/**
 * Words by which mail tools say of somebody that they opted out, where a column has states and not yes or no: {@code Unsubscribed}
 * beside {@code Subscribed} and {@code Bounced}.
 */
public final class OptOutState {

    private static final int LONGEST = 30;

    private static final Set<String> WORDS = Set.of(
            "unsubscribed",
            "unsubscribe",
            "unsubscribedbyadmin",
            "globalunsubscribe",
            "notsubscribed",
            "neversubscribed",
            "suppressed",
            "blacklisted",
            "blocklisted",
            "cleaned",
            "spamcomplaint",
            "nonewsletter",
            "optedout",
            "optout",
            "globallyunsubscribed",
            "donotemail",
            "donotmail",
            "donotcontact",
            "withdrawn",
            "revoked",
            "disiscritto",
            "disiscritta",
            "revocato",
            "revocado",
            "noniscritto",
            "noniscritta",
            "nichtabonniert",
            "keinewerbung",
            "keinnewsletter",
            "desuscrito",
            "desuscrita",
            "dadodebaja",
            "dadadebaja",
            "baja",
            "abgemeldet",
            "abbestellt",
            "widerrufen",
            "desinscrit",
            "desinscrite",
            "desabonne",
            "desabonnee",
            "uitgeschreven",
            "afgemeld");

    private OptOutState() {}

    /** Whether the text is such a word, however it is written. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && mayBegin(text) && WORDS.contains(FieldNames.letters(text));
    }

    /** Most texts are told from it by their first letter, which costs less than to look at all of them. */
    private static boolean mayBegin(String text) {
        return !text.isEmpty() && "uodwgrbanscdk".indexOf(Character.toLowerCase(text.charAt(0))) >= 0;
    }
}
