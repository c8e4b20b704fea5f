package insights.segment.field;

import java.util.regex.Pattern;

/** Names of what has codes of countries and languages: NO is Norway there, and SI Slovenia. */
final class CodeWords {

    private static final Pattern NAME =
            Pattern.compile("(?:.* )?(?:country|land|paese|pais|pays|nation|nazione|nationality"
                    + "|language|lang|lingua|idioma|sprache|langue|locale) ?(?:code|iso|id)?");

    private CodeWords() {}

    static boolean areIn(String name) {
        return NAME.matcher(String.join(" ", FieldNames.words(name))).matches();
    }
}
