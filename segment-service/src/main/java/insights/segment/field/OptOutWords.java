package insights.segment.field;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Parts of names that speak of opting out. They are a suggestion: {@code opt_out_reason} is no field of opt-outs. */
final class OptOutWords {

    /** Without accents, blanks and signs; long enough to be part of no other word. */
    private static final Pattern PARTS =
            Pattern.compile("optout|optedout|optingout|unsub|donot(?:allow|e?mail|contact|send|market)"
                    + "|nevercontact|blacklist|blocklist|donotwant|doesnotwant|(?:no|without|missing)consent|senzaconsenso|sinconsentimiento|ohneeinwilligung|suppress(?:ed|ion)|withdr[ae]wnconsent|consentwithdr"
                    + "|toestemmingingetrokken|avregistrer|avanmald|wypisan|rezygnacja|peruttu|peruutettu"
                    // Italian
                    + "|disiscri|cancellazioneiscrizione|noncontattare|noninviare|revoca(?:to)?consenso|consensorevocato"
                    + "|opposizione|listanera|esclus[a-z]{1,5}mail|inviobloccat|nonvuole(?:e?mail|newsletter)"
                    // German
                    + "|abgemeld|abmeld|abbestell|austragen|ausgetragen|nicht(?:mehr)?kontakt|nicht(?:mehr)?anschreiben"
                    + "|kein(?:e)?(?:werbung|newsletter|e?mail)|werbesperre|sperrliste|schwarzeliste|widerruf|widersprochen|widerspruch|kontaktsperre|mailsperre|sperrvermerk"
                    // French
                    + "|desinscri|desabonn|ne(?:pas|plus)(?:contacter|envoyer|solliciter)|listenoire|oppositionemail|refusemail"
                    // Spanish
                    + "|desuscri|dadodebaja|dadadebaja|bajade|fechabaja|nomolestar|nocontactar|noenviar|listanegra|cancel[ao]suscripcion"
                    + "|cancelacionsuscripcion"
                    // Turkish
                    + "|aboneliktenc|abonelikiptal|listedenc|iletiistemiyor");

    /** What is part of other words, like {@code trabajador}. */
    private static final Set<String> WHOLE = Set.of(
            "baja",
            "bajas",
            "dnc",
            "dne",
            "robinson",
            "revoca",
            "revocato",
            "revocata",
            "revocado",
            "revocada",
            "revoked",
            "bounced",
            "suppressed");

    /** Whole names of what may be something else, too, or of somebody else. */
    private static final Set<String> NAMES = Set.of(
            "blocked",
            "isblocked",
            "contactblocked",
            "nocontact",
            "stop",
            "stopmail",
            "stopemail",
            "mailstop",
            "gesperrt",
            "sperre",
            "opposition",
            "oposicion");

    private static final Pattern IN_OTHER_ALPHABETS = Pattern.compile("отпис|отказ|配信停止|配信拒否|退订|退訂|수신거부|απεγγραφ");

    private OptOutWords() {}

    static boolean areIn(String name) {
        String letters = FieldNames.letters(name);
        List<String> words = FieldNames.words(name);
        return IN_OTHER_ALPHABETS.matcher(name.toLowerCase(Locale.ROOT)).find()
                || !FieldNames.speakOfOtherChannels(letters)
                        && (PARTS.matcher(letters).find()
                                || NAMES.contains(letters)
                                || words.stream().anyMatch(WHOLE::contains)
                                || refuseConsent(letters, words));
    }

    /** Whether a name speaks of consent, and of refusing it. */
    static boolean refuseConsent(String name) {
        String letters = FieldNames.letters(name);
        return !FieldNames.speakOfOtherChannels(letters) && refuseConsent(letters, FieldNames.words(name));
    }

    private static boolean refuseConsent(String letters, List<String> words) {
        return ConsentWords.speak(letters, words) && RefusalWords.areIn(letters, words);
    }
}
