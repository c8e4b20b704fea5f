package insights.segment.field;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What names say about fields, in the languages of our customers' files. Only what is plain: a guess is a suggestion. */
final class FieldNames {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");

    /** What may stand around a plain name without changing what it says. */
    private static final Pattern OPT_OUT_AROUND =
            Pattern.compile("^(?:is|has|ha|contact|customer|subscriber)|(?:flag|status)$");

    private static final Set<String> OPT_OUT = Set.of(
            // English, and as Salesforce, Dynamics, HubSpot and the mail tools call it
            "optout",
            "optedout",
            "emailoptout",
            "emailoptedout",
            "mailoptout",
            "newsletteroptout",
            "marketingoptout",
            "optoutemail",
            "optoutofemail",
            "optedoutofemail",
            "optedoutemail",
            "unsubscribe",
            "unsubscribed",
            "emailunsubscribed",
            "unsubscribedfromemail",
            "unsubscribedfromallemail",
            "donotemail",
            "donotmail",
            "donotcontact",
            "donotsend",
            "donotmarket",
            "donotbulkemail",
            "donotsendemail",
            "nomail",
            "noemail",
            "noemails",
            "nomailing",
            "nobulkemail",
            "nonewsletter",
            "nomarketing",
            // Italian
            "disiscritto",
            "disiscritta",
            "disiscrizione",
            "noncontattare",
            "noninviare",
            "noninviareemail",
            "noninviaremail",
            "nienteemail",
            "nientemail",
            "nientenewsletter",
            // Spanish
            "baja",
            "bajaemail",
            "bajanewsletter",
            "dadodebaja",
            "dadadebaja",
            "desuscrito",
            "desuscrita",
            "cancelosuscripcion",
            "nocontactar",
            "noenviar",
            "noenviaremail",
            "noenviaremails",
            "noenviarcorreo",
            "noenviarcorreos",
            // German, French, Portuguese, Dutch
            "abgemeldet",
            "abbestellt",
            "keinemail",
            "keineemail",
            "keineemails",
            "keinewerbung",
            "keinnewsletter",
            "desinscrit",
            "desinscrite",
            "desabonne",
            "desabonnee",
            "pasdemail",
            "descadastrado",
            "descadastrada",
            "naocontatar",
            "naoenviar",
            "naoenviaremail",
            "uitgeschreven",
            "afgemeld",
            "geenmail",
            "geenemail");

    private static final Pattern EMAIL_AROUND = Pattern.compile(
            "^(?:my|user|login|account|member|client|buyer|billing|shipping|smtp|work|home|private|personal|business|company|primary|secondary|second|other|alternate|alternative"
                    + "|customer|contact|subscriber)"
                    + "|(?:work|home|private|personal|business|primary|secondary|second|other|alternate|alternative"
                    + "|personale|aziendale|lavoro|privata|personal|trabajo)$");

    private static final Set<String> EMAIL = Set.of(
            "email",
            "emails",
            "emailaddress",
            "emailaddr",
            "emailid",
            "emailvalue",
            "smtpaddr",
            "smtpaddress",
            "emailadress",
            "mail",
            "mailaddress",
            "mailadress",
            "indirizzoemail",
            "indirizzomail",
            "indirizzodiposta",
            "indirizzodipostaelettronica",
            "indirizzoelettronico",
            "posta",
            "postaelettronica",
            "correo",
            "correoelectronico",
            "direccionemail",
            "direcciondeemail",
            "direccioncorreo",
            "direcciondecorreo",
            "direcciondecorreoelectronico",
            "emailadresse",
            "mailadresse",
            "adresseemail",
            "adressemail",
            "adresseelectronique",
            "courriel",
            "enderecoemail",
            "enderecodeemail",
            "correioeletronico",
            "emailadres",
            "mailadres");

    /** Who is not called or written to otherwise may be mailed. */
    private static final Pattern OTHER_CHANNELS = Pattern.compile("sms|phone|whatsapp|telefon|donotcall|push|fax");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private FieldNames() {}

    /** The role that a field of this name plainly has. */
    static Optional<FieldRole> role(String name) {
        String letters = letters(name);
        if (isOneOf(OPT_OUT, OPT_OUT_AROUND, letters)) {
            return Optional.of(FieldRole.OPT_OUT);
        }
        return isOneOf(EMAIL, EMAIL_AROUND, letters) ? Optional.of(FieldRole.EMAIL) : Optional.empty();
    }

    private static boolean isOneOf(Set<String> names, Pattern around, String letters) {
        return names.contains(letters) || names.contains(around.matcher(letters).replaceAll(""));
    }

    /** {@code Do-not-e-mail}, {@code do_not_email} and {@code DoNotEmail} are one name; accents are none of its letters. */
    static String letters(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return NOT_LETTERS.matcher(plain).replaceAll("");
    }

    /** The words of a name, as {@link #letters} writes them: two of {@code DoNot}, {@code do-not} and {@code do_not}. */
    static List<String> words(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name)
                .map(FieldNames::letters)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether a name speaks of other ways to reach people than mail. */
    static boolean speakOfOtherChannels(String letters) {
        return OTHER_CHANNELS.matcher(letters).find();
    }
}
