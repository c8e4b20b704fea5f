package insights.platform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a process failed, from its log: the cause first, in one sentence, then the last lines for who wants more. */
final class LogEnd {

    private static final int LINES_TO_SHOW = 12;
    private static final int LONGEST_LINE = 400;

    private static final Pattern NOISE = Pattern.compile(
            "\\s+(at |\\.\\.\\. ).*|\\s*|WARNING: .*|OpenJDK 64-Bit Server VM warning.*|Picked up .*|\\s*Suppressed:"
                    + " .*");
    /** The last of a chain of exceptions is what happened; those before say what it led to. */
    private static final Pattern CAUSED_BY = Pattern.compile("\\s*Caused by: (?:[\\w.$]+(?:Exception|Error): )?(.+)");

    private static final Pattern ERROR = Pattern.compile("(?:.* )?(?:ERROR|FATAL|SEVERE|PANIC)\\b[: ]+(.+)");

    private final Path log;
    private final List<String> lines;

    private LogEnd(Path log, List<String> lines) {
        this.log = log;
        this.lines = lines;
    }

    /** What a log says; a log that is not there says so. */
    static String of(Path log) {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> !NOISE.matcher(line).matches())
                    .toList();
            LogEnd end = new LogEnd(log, lines);
            return end.cause().map(cause -> cause + " ").orElse("") + end.last();
        } catch (IOException e) {
            return "There is no log at %s.".formatted(log);
        }
    }

    private Optional<String> cause() {
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            Matcher caused = CAUSED_BY.matcher(line);
            if (caused.matches()) {
                found.add(caused.group(1));
            }
        }
        if (found.isEmpty()) {
            for (String line : lines) {
                Matcher error = ERROR.matcher(line);
                if (error.matches()) {
                    found.add(error.group(1));
                }
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(sentence(shortened(found.getLast())));
    }

    private String last() {
        StringBuilder text = new StringBuilder("The end of %s:".formatted(log));
        lines.stream().skip(Math.max(0, lines.size() - LINES_TO_SHOW)).forEach(line -> text.append("\n    ")
                .append(shortened(line)));
        return text.toString();
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }

    private static String shortened(String line) {
        return line.substring(0, Math.min(line.length(), LONGEST_LINE));
    }
}
