package insights.destination.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The published consent texts, in {@code consent-texts/<version>/<language>.txt}. A published text never changes: a new
 * wording is a new version, in all languages.
 */
@ApplicationScoped
public class ConsentTexts {

    /** The version to agree to now. */
    public static final int CURRENT_VERSION = 1;

    public ConsentText current(Language language) {
        String name = "consent-texts/%d/%s.txt".formatted(CURRENT_VERSION, language.code());
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return ConsentText.parse(
                    CURRENT_VERSION, language, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
