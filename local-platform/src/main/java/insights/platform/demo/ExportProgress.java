package insights.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.console.ProgressBar;
import java.util.Locale;

/** One bar for all phases of a run: first the contacts are written, then put on lists. */
final class ExportProgress {

    private final ProgressBar bar;
    private final long contacts;
    private final long joins;

    /** @param contacts and {@code joins}: how many there will be, by the preview */
    ExportProgress(ProgressBar bar, long contacts, long joins) {
        this.bar = bar;
        this.contacts = contacts;
        this.joins = joins;
    }

    void show(JsonNode run) {
        long done = run.at("/progress/done").longValue();
        switch (run.path("phase").asText()) {
            case "UPSERT" -> bar.show(words(done, contacts, "contacts"), done, contacts + joins);
            case "JOIN" -> bar.show(words(done, joins, "put on lists"), contacts + done, contacts + joins);
            default -> {
                // Nobody waits long for the rest.
            }
        }
    }

    void end() {
        bar.end();
    }

    private static String words(long done, long total, String what) {
        return String.format(Locale.ROOT, "%,d of %,d %s", done, total, what);
    }
}
