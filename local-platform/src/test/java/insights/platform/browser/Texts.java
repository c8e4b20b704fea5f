package insights.platform.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.platform.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the pages say in a language, by the names that the pages have for it: tests find things as people do, by their words. */
final class Texts {

    private final JsonNode texts;

    Texts(String language) {
        Path file =
                Build.ofThisProject().root().resolve("console/src/main/webui/src/lang/" + language + ".json");
        try {
            texts = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text without values. */
    String of(String name) {
        String text = message(name);
        if (text.contains("{")) {
            throw new IllegalArgumentException(name + " has values: use like()");
        }
        return text.replace("''", "'");
    }

    /** A text whose values may be anything, plural forms included. */
    Pattern like(String name) {
        String message = message(name);
        StringBuilder pattern = new StringBuilder("^");
        int depth = 0;
        for (char character : message.replace("''", "'").toCharArray()) {
            if (character == '{' && depth++ == 0) {
                pattern.append(".*");
            } else if (character == '}') {
                depth--;
            } else if (depth == 0) {
                pattern.append(Pattern.quote(String.valueOf(character)));
            }
        }
        // Playwright hands it to a browser, which knows no \Q.
        return Pattern.compile(pattern.append('$').toString().replaceAll("\\\\Q(\\w|\\s)\\\\E", "$1")
                .replaceAll("\\\\Q(.)\\\\E", "\\\\$1"));
    }

    private String message(String name) {
        JsonNode text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("The pages have no text " + name);
        }
        return text.textValue();
    }
}
