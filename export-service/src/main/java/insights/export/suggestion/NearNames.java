package insights.export.suggestion;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How near the name of a profile field is to what people call something: the same words in any case, order and notation, in
 * English, Italian, Spanish, French or German; or all but the same letters.
 */
final class NearNames {

    /** From here on a name is near. */
    static final double NEAR = 0.8;

    /** Shorter ones are near to too much. */
    private static final int LONG_ENOUGH = 5;

    private static final double SAME_WORDS = 0.95;

    /** What the address of a contact is called here. */
    static final String EMAIL = "Email";

    /** By what a field means, whatever it is called at a destination. */
    private static final Map<String, List<String>> CALLED = Map.ofEntries(
            Map.entry(
                    EMAIL,
                    List.of(
                            "email",
                            "e mail",
                            "mail",
                            "email address",
                            "mail address",
                            "indirizzo email",
                            "posta elettronica",
                            "correo",
                            "correo electronico",
                            "courriel",
                            "adresse email",
                            "e mail adresse")),
            Map.entry(
                    "FirstName",
                    List.of("first name", "given name", "forename", "fname", "nome", "nombre", "prenom", "vorname")),
            Map.entry(
                    "LastName",
                    List.of(
                            "last name",
                            "family name",
                            "surname",
                            "lname",
                            "cognome",
                            "apellido",
                            "apellidos",
                            "nom de famille",
                            "nachname")),
            Map.entry(
                    "Salutation", List.of("salutation", "name prefix", "saluto", "tratamiento", "civilite", "anrede")),
            Map.entry("Title", List.of("title", "job title", "position", "qualifica", "cargo", "poste", "titolo")),
            Map.entry(
                    "Company",
                    List.of(
                            "company",
                            "company name",
                            "organization",
                            "organisation",
                            "azienda",
                            "ditta",
                            "empresa",
                            "entreprise",
                            "societe",
                            "firma")),
            Map.entry(
                    "NumberOfEmployees", List.of("number of employees", "employees", "numero dipendenti", "empleados")),
            Map.entry("Industry", List.of("industry", "sector", "settore", "secteur", "branche")),
            Map.entry(
                    "Phone",
                    List.of("phone", "phone number", "telephone", "tel", "telefono", "numero di telefono", "telefon")),
            Map.entry(
                    "MobilePhone",
                    List.of(
                            "mobile phone",
                            "mobile",
                            "cell phone",
                            "cellphone",
                            "cell",
                            "mobile number",
                            "cellulare",
                            "movil",
                            "portable",
                            "handy")),
            Map.entry("Fax", List.of("fax", "fax number")),
            Map.entry(
                    "Website",
                    List.of("website", "web site", "web", "url", "homepage", "sito", "sito web", "sitio web")),
            Map.entry(
                    "MailingStreet",
                    List.of(
                            "mailing street",
                            "street",
                            "street address",
                            "address",
                            "address line 1",
                            "indirizzo",
                            "via",
                            "direccion",
                            "calle",
                            "rue",
                            "strasse")),
            Map.entry(
                    "MailingCity",
                    List.of("mailing city", "city", "town", "citta", "ciudad", "ville", "stadt", "comune")),
            Map.entry(
                    "MailingState",
                    List.of("mailing state", "state", "province", "region", "provincia", "regione", "bundesland")),
            Map.entry(
                    "MailingPostalCode",
                    List.of(
                            "mailing postal code",
                            "postal code",
                            "postcode",
                            "zip",
                            "zip code",
                            "cap",
                            "codigo postal",
                            "code postal",
                            "plz",
                            "postleitzahl")),
            Map.entry(
                    "MailingCountry",
                    List.of(
                            "mailing country",
                            "country",
                            "country code",
                            "nation",
                            "paese",
                            "nazione",
                            "pais",
                            "pays",
                            "land")),
            Map.entry("LeadSource", List.of("lead source", "source", "fonte", "origen", "utm source")),
            Map.entry("Status", List.of("status", "lead status", "stato", "estado")),
            Map.entry("Twitter", List.of("twitter", "twitter handle", "twitter name")),
            Map.entry("LinkedIn", List.of("linkedin", "linkedin url", "linkedin profile")));

    /** What people call the field that says who opted out. */
    private static final List<String> OPT_OUT = List.of(
            "opt out",
            "opted out",
            "email opt out",
            "has opted out of email",
            "unsubscribed",
            "unsubscribe",
            "do not email",
            "do not mail",
            "do not contact",
            "no mail",
            "no email",
            "disiscritto",
            "disiscrizione",
            "baja",
            "desuscrito",
            "desinscrit",
            "abgemeldet");

    private NearNames() {}

    /** How near a field is to a standard one at the destination, from 0 to 1. */
    static double toStandard(String target, String field) {
        return nearest(Stream.concat(Stream.of(words(target)), CALLED.getOrDefault(target, List.of()).stream()), field);
    }

    /** How near it is to one that says who opted out, from 0 to 1. */
    static double toOptOut(String field) {
        return nearest(OPT_OUT.stream(), field);
    }

    /** Whether both are the same words, in any case and notation. */
    static boolean areSame(String one, String other) {
        return words(one).replace(" ", "").equals(words(other).replace(" ", ""));
    }

    private static double nearest(Stream<String> names, String field) {
        String words = words(field);
        return names.mapToDouble(name -> nearness(name, words)).max().orElse(0);
    }

    private static double nearness(String name, String field) {
        String one = name.replace(" ", "");
        String other = field.replace(" ", "");
        if (one.equals(other)) {
            return 1;
        }
        if (sorted(name).equals(sorted(field))) {
            return SAME_WORDS;
        }
        int longest = Math.max(one.length(), other.length());
        return Math.min(one.length(), other.length()) < LONG_ENOUGH ? 0 : 1 - (double) distance(one, other) / longest;
    }

    private static List<String> sorted(String words) {
        return Arrays.stream(words.split(" ")).sorted().toList();
    }

    /** In lower case, without accents, with one blank between them, wherever the name marks that a word begins. */
    static String words(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** Letters to put in, take out or exchange. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
