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
                    + "|e?mailok$|okto(?:e?mail|contact|market)|(?:can|may|allow)contact|contact(?:able|allowed)$|^(?:is)?e?mailable$"
                    + "|toestemming|magmail|nieuwsbrief|nyhe[dt]sbrev|uutiskirje|souhlas|hozzajarul|hirlevel|samtykke|samtycke|suostumus|zgoda|consentimento|autorizacao|receber(?:e?mail|novidades|promoc|ofertas)"
                    // Italian
                    + "|iscritt[oa]|accettamarketing|autorizza|privacymarketing|comunicazionicommerciali|dati(?:per)?marketing|finalit[a-z]{0,4}marketing"
                    + "|ricev(?:e|ere)(?:e?mail|comunicazioni|pubblicita|offerte|promozioni)"
                    // German
                    + "|einwillig|zustimmung|abonnent|abonniert|werbeerlaubnis|darfmail|werbung(?:erlaubt|ok|erwunscht|gewunscht)|darfwerbung|rundbrief|rundschreiben"
                    // French
                    + "|^(?:est)?inscrite?$|abonnee?$|accordmarketing|lettredinfo|infolettre|accepte(?:e?mail|offres|publicite)|recevoir(?:e?mail|offres|publicite)"
                    // Spanish
                    + "|consiente|suscrit[oa]|aceptamarketing|acepta(?:correo|promocion|publicidad|ofertas|comunicacion)|comunicacionescomerciales|boletin"
                    + "|recib(?:e|ir)(?:correo|e?mail|publicidad|promocion|ofertas|noticias|informacion)"
                    // Turkish
                    + "|iletiizni|iletionay|elektronikileti|epostaizni|mailizni|pazarlamaizni|abonelikdurum|ebulten|kvkk");

    /** Whole names of what may be something else, too: the campaign that somebody came by, or the state of an address. */
    private static final Set<String> NAMES = Set.of(
            "permission",
            "permissions",
            "marketing",
            "mailing",
            "mailings",
            "subscription",
            "subscriptionstatus",
            "emailstatus",
            "mailstatus",
            "pubblicita",
            "iscrizione",
            "publicidad",
            "suscripcion",
            "werbung",
            "infomail",
            "publicite",
            "prospection",
            "izin",
            "onay",
            "abonelik");

    /** A name that ends with one of them says when, where or how, and not whether. */
    private static final Set<String> DETAILS = Set.of(
            "time", "date", "ip", "source", "at", "on", "am", "datum", "data", "fecha", "tarihi", "url", "text",
            "version", "id");

    /** What else may be confirmed is no time of its own, or has a name before it. */
    private static final Pattern CONFIRMED =
            Pattern.compile("^(?:e?mail|optin|doi|subscription)?confirm(?:ed|ation)?(?:time|date|at|on)?$|^doi"
                    + "|^(?:e?mail|doi|anmeldung)?bestatigt(?:am)?$|^(?:e?mail)?confermat[oa](?:il)?$|^(?:e?mail)?confirmad[oa](?:el)?$"
                    + "|iscrizione|suscripcion");

    private static final Pattern IN_OTHER_ALPHABETS = Pattern.compile("соглас|подписан|同意|동의|συγκατάθεση");

    private ConsentWords() {}

    /** Whether a name speaks of what people want, or of what they do not. */
    static boolean speak(String letters, List<String> words) {
        return PARTS.matcher(letters).find() || words.contains("marketing") || words.contains("mailings");
    }

    static boolean areIn(String name) {
        List<String> words = FieldNames.words(name);
        return speakOfMail(name) && (words.isEmpty() || !DETAILS.contains(words.getLast()));
    }

    /** Whether a time of this name is that of a consent. */
    static boolean sayWhen(String name) {
        return speakOfMail(name) || CONFIRMED.matcher(FieldNames.letters(name)).find();
    }

    private static boolean speakOfMail(String name) {
        String letters = FieldNames.letters(name);
        return (PARTS.matcher(letters).find()
                        || NAMES.contains(letters)
                        || IN_OTHER_ALPHABETS
                                .matcher(name.toLowerCase(Locale.ROOT))
                                .find())
                && !FieldNames.speakOfOtherChannels(letters);
    }
}
