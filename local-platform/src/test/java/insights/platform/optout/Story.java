package insights.platform.optout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** What happened in a world, told of one population in words. */
final class Story {

    private record Event(String what, IntFunction<List<String>> details) {}

    private final List<Event> events = new ArrayList<>();

    void add(String what) {
        add(what, people -> List.of());
    }

    /** @param details what it was to a population */
    void add(String what, IntFunction<List<String>> details) {
        events.add(new Event(what, details));
    }

    void add(String what, CustomerFile file) {
        add(what + file, people -> file.lines().stream()
                .filter(line -> line.people() == people)
                .map(line -> told(file, line))
                .toList());
    }

    String of(int people) {
        return events.stream()
                .map(event -> event.what()
                        + event.details().apply(people).stream()
                                .map(detail -> "\n      " + detail)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n  ", "  ", ""));
    }

    private static String told(CustomerFile file, Line line) {
        return visible(line.writtenId())
                + (file.hasMail() ? " mail=" + visible(line.mail().text()) : "")
                + (file.hasOut() ? " out=" + visible(line.cell().text()) : "")
                + (file.hasTier() ? " tier=" + line.tier() : "")
                + (line.flaw() == Line.Flaw.NONE ? "" : " (" + line.flaw() + ")");
    }

    private static String visible(String text) {
        return text.codePoints()
                .mapToObj(c -> c > ' ' && c < 0x7f ? Character.toString(c) : "[U+%04X]".formatted(c))
                .collect(Collectors.joining());
    }
}
