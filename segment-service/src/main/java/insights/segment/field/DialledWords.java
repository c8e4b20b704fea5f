package insights.segment.field;

import java.util.regex.Pattern;

/**
 * Names of what is written in digits and is no number: telephones and postal codes. Whoever makes numbers of them loses zeros and
 * {@code +}, and leaves out the first one that is written otherwise.
 */
final class DialledWords {

    private static final String TELEPHONE = "(?:tele)?phone|telephon|tel|telefono|telefon|telefone|telefoon|telephone"
            + "|telefonnummer|telefoonnummer|telefonnr|rufnummer|handy|handynummer|handynr|festnetz|mobile|mobil|mobiel"
            + "|mobilfunk|mobilnummer|mobiltelefon|mobilephone|movil|celular|cellulare|cell|cellphone|telemovel|portable"
            + "|gsm|msisdn|sms|fax|telefax|faxnummer|whats ?app|cep telefonu|gsm no|puhelin|puhelinnumero|komorka";

    private static final String POSTAL = "zip|zipcode|plz|postleitzahl|postal|postalcode|postcode|pin ?code|cap|cep"
            + "|codice postale|codice avviamento postale|codigo postal|code postal|codepostal|codigopostal|cp|codpostal"
            + "|postnummer|postnr|postinumero|kod pocztowy|posta kodu|psc|zip code|postal code|post code";

    /** What may follow: whose, where, which one, or that it is a number. */
    private static final String AFTER =
            "(?: (?:number|numbers?|no|nr|num|numero|nummer|value|code|home|work|mobile|office|private"
                    + "|privat|geschaftlich|dienstlich|casa|lavoro|ufficio|abitazione|oficina|trabajo|domicile|bureau|main|primary"
                    + "|other|business|billing|shipping|ext|residenza|spedizione|fatturazione|cliente|a|b)){0,3}";

    /** A number of something, or one that belongs to something else: the cap of a market. */
    private static final Pattern COUNTS = Pattern.compile(
            "(?:.* )?(?:total|count|counts|sent|received|opened|clicked|clicks|anzahl|avg|average|cost|price|market|salary"
                    + "|revenue|sessions|visits|monthly|daily)(?: .*)?");

    private static final Pattern NAME = Pattern.compile("(?:.* )?(?:" + TELEPHONE + "|" + POSTAL + ")" + AFTER);

    private DialledWords() {}

    static boolean areIn(String name) {
        String words = String.join(" ", FieldNames.words(name));
        return NAME.matcher(words).matches() && !COUNTS.matcher(words).matches();
    }
}
