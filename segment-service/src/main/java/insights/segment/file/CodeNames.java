package insights.segment.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns whose short words are codes of countries and languages: NO is Norway there, and SI Slovenia. */
final class CodeNames {

    private static final Pattern NAME =
            Pattern.compile("(?:\\w*[ _-])?(?:country|land|paese|pais|pays|nation|nazione|nationality"
                    + "|language|lang|lingua|idioma|sprache|langue|locale)(?:[ _-]?(?:code|iso\\d?|id))?");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private CodeNames() {}

    static boolean isOne(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NAME.matcher(plain.toLowerCase(Locale.ROOT)).matches();
    }
}
