package insights.platform.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.platform.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the pages say in a language, by the names that the pages have for it: tests find things as people do, by their words. */
final class Texts {

    private static final String SPECIAL = "\\^$.*+?()[]{}|/";

    private final JsonNode texts;

    Texts(String language) {
        Path file = Build.ofThisProject().root().resolve("console/src/main/webui/src/lang/" + language + ".json");
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

    /** A text whose values may be anything, in any of its plural forms. */
    Pattern like(String name) {
        return Pattern.compile(pattern(message(name).replace("''", "'")));
    }

    /** Written so that a browser understands it too, which knows no quotation in patterns. */
    private static String pattern(String message) {
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        while (at < message.length()) {
            char character = message.charAt(at);
            if (character == '{') {
                int end = end(message, at);
                pattern.append(ofValue(message.substring(at + 1, end)));
                at = end;
            } else if (character == '#') {
                pattern.append("[0-9.,\\s]+");
            } else {
                pattern.append(SPECIAL.indexOf(character) < 0 ? "" : "\\").append(character);
            }
            at++;
        }
        return pattern.toString();
    }

    /** A value as it is, or the forms of a plural. */
    private static String ofValue(String value) {
        List<String> forms = new ArrayList<>();
        for (int open = value.indexOf('{'); open >= 0; open = value.indexOf('{', end(value, open))) {
            forms.add(pattern(value.substring(open + 1, end(value, open))));
        }
        return forms.isEmpty() ? ".*" : "(" + String.join("|", forms) + ")";
    }

    private static int end(String text, int open) {
        int depth = 0;
        for (int at = open; ; at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
    }

    private String message(String name) {
        JsonNode text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("The pages have no text " + name);
        }
        return text.textValue();
    }
}
