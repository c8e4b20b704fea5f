package insights.destination.consent;

import insights.common.hash.Sha256;
import insights.destination.type.ConnectionType;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What an administrator agrees to.
 *
 * @param text names the destination where its file says {@value #DESTINATION}
 * @param sha256 of title, empty line and text in UTF-8, in hexadecimal: proves later which words were read
 */
public record ConsentText(
        int version,
        @NotNull Language language,
        @NotNull String title,
        @NotNull String text,
        @NotNull String sha256) {

    private static final String DESTINATION = "{destination}";

    /** Reads a file of consent-texts: the first line is the title, the rest after an empty line the text. */
    static ConsentText parse(int version, Language language, ConnectionType type, String file) {
        String[] parts = file.strip().replace(DESTINATION, type.label()).split("\n\n", 2);
        return new ConsentText(version, language, parts[0], parts[1], sha256(parts[0] + "\n\n" + parts[1]));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
