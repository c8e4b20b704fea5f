package insights.segment.field;

import java.util.Set;
import java.util.regex.Pattern;

/** Parts of names that speak of who wants to get mail, which is the opposite of opting out. */
final class ConsentWords {

    /** Without accents, blanks and signs. */
    private static final Pattern PARTS =
            Pattern.compile("opt(?:ed)?in|newsletter|emailmarketing|marketingpermission|gdpr|rgpd|dsgvo"
                    + "|consen[st]|accepts?(?:e?mail|marketing)|(?:may|can)(?:be)?e?mail|allows?(?:e?mail|marketing)|wantse?mail"
                    + "|^(?:is|has)?subscribed|subscribedto|emailsubscri|mailinglist"
                    // Italian
                    + "|iscritt[oa]|accettamarketing|autorizza|privacymarketing"
                    // German
                    + "|einwillig|zustimmung|abonnent|abonniert|werbeerlaubnis|darfmail"
                    // French
                    + "|^(?:est)?inscrite?$|abonnee?$|accordmarketing"
                    // Spanish
                    + "|consiente|suscrit[oa]|aceptamarketing|aceptacorreo");

    private static final Pattern OTHER_CHANNELS = Pattern.compile("sms|phone|whatsapp|telefon|push|fax");

    /** A name that ends with one of them says when, where or how, and not whether. */
    private static final Set<String> DETAILS = Set.of(
            "time", "date", "ip", "source", "at", "on", "am", "datum", "data", "fecha", "url", "text", "version", "id");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private ConsentWords() {}

    static boolean areIn(String name) {
        String letters = FieldNames.letters(name);
        String[] words = BETWEEN_WORDS.split(name);
        return PARTS.matcher(letters).find()
                && !OTHER_CHANNELS.matcher(letters).find()
                && (words.length == 0 || !DETAILS.contains(FieldNames.letters(words[words.length - 1])));
    }
}
