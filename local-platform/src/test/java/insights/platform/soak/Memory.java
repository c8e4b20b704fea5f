package insights.platform.soak;

import insights.platform.services.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much memory each service has taken, as its machine sees it: the same process, at rest, after one stretch and after two. */
final class Memory {

    private static final double MOST_GROWTH = 1.15;
    private static final long SLACK_KILOBYTES = 20_000;

    private final Stage stage;
    private final Map<Service, List<Long>> taken = new TreeMap<>();

    Memory(Stage stage) {
        this.stage = stage;
    }

    /** Who lives on in this stretch and its neighbour, so that both can be compared. */
    Service spared(int stretch) {
        return Service.values()[stretch / 2 % Service.values().length];
    }

    void look(int stretch) {
        Service service = spared(stretch);
        taken.computeIfAbsent(service, unused -> new ArrayList<>())
                .add(kilobytes(Mortal.of(service).process()));
    }

    List<String> growth() {
        return taken.entrySet().stream()
                .filter(service ->
                        service.getValue().getLast() > service.getValue().getFirst() * MOST_GROWTH + SLACK_KILOBYTES)
                .map(service -> service.getKey() + " " + service.getValue())
                .toList();
    }

    private static long kilobytes(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            return Long.parseLong(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "kilobytes of memory at rest, by service: " + taken;
    }
}
