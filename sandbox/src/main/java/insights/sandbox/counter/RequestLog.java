package insights.sandbox.counter;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests word by word, in the order in which they were dealt with: what a client really said, and of whom. */
public final class RequestLog {

    private final List<Entry> entries = new ArrayList<>();

    /** @param body null when there was none, or one too large */
    public synchronized void add(String method, String path, byte[] body, int status) {
        entries.add(new Entry(
                method,
                path,
                body == null || body.length == 0 ? null : new String(body, StandardCharsets.UTF_8),
                status));
    }

    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }

    /**
     * One request.
     *
     * @param path as it was sent
     * @param status 0 when no answer was sent
     */
    @RegisterForReflection
    public record Entry(String method, String path, String body, int status) {}
}
