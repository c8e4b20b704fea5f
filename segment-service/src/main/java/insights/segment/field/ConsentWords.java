package insights.segment.field;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts of names that speak of who wants to get mail, which is the opposite of opting out. */
final class ConsentWords {

    /** Without accents, blanks and signs. */
    private static final Pattern PARTS = Pattern.compile(
            "opt(?:ed)?in|newsletter|emailmarketing|marketingpermission|permissionmarketing|e?mailpermission|permissione?mail|gdpr|rgpd|dsgvo"
                    + "|consen[st]|accepts?(?:e?mail|marketing)|(?:may|can)(?:be)?e?mail|allows?(?:e?mail|marketing)|wantse?mail"
                    + "|^(?:is|has)?subscribed|subscribedto|emailsubscri|mailinglist"
                    + "|toestemming|magmail|samtykke|samtycke|suostumus|zgoda|consentimento|autorizacao"
                    // Italian
                    + "|iscritt[oa]|accettamarketing|autorizza|privacymarketing"
                    // German
                    + "|einwillig|zustimmung|abonnent|abonniert|werbeerlaubnis|darfmail"
                    // French
                    + "|^(?:est)?inscrite?$|abonnee?$|accordmarketing"
                    // Spanish
                    + "|consiente|suscrit[oa]|aceptamarketing|aceptacorreo");

    /** A name that ends with one of them says when, where or how, and not whether. */
    private static final Set<String> DETAILS = Set.of(
            "time", "date", "ip", "source", "at", "on", "am", "datum", "data", "fecha", "url", "text", "version", "id");

    private static final Pattern IN_OTHER_ALPHABETS = Pattern.compile("соглас|подписан|同意|동의|συγκατάθεση");

    private ConsentWords() {}

    static boolean areIn(String name) {
        String letters = FieldNames.letters(name);
        List<String> words = FieldNames.words(name);
        return (PARTS.matcher(letters).find()
                        || IN_OTHER_ALPHABETS
                                .matcher(name.toLowerCase(Locale.ROOT))
                                .find())
                && !FieldNames.speakOfOtherChannels(letters)
                && (words.isEmpty() || !DETAILS.contains(words.getLast()));
    }
}
