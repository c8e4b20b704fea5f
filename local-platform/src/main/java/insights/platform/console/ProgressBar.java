package insights.platform.console;

import java.io.PrintStream;
import java.util.Locale;

/** How far something is that takes a while. */
public final class ProgressBar {

    private static final int WIDTH = 30;
    /** Where a line cannot be written anew, one is written each time so many percent more are done. */
    private static final int STEP = 20;

    private final String name;
    private final PrintStream out;
    private final boolean terminal;
    private int shown = -1;

    ProgressBar(String name, PrintStream out, boolean terminal) {
        this.name = name;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Shows that so much of a whole is done. A whole of 0 is not known yet, and not shown; what was shown once is never
     * taken back.
     *
     * @param what how far it is, in words
     */
    public void show(String what, long done, long total) {
        if (total == 0) {
            return;
        }
        int percent = Math.max(shown, (int) (100 * Math.min(done, total) / total));
        String line = String.format(Locale.ROOT, "  %-24s %s %3d %%   %s", name, bar(percent), percent, what);
        if (terminal) {
            out.print("\r" + line + "          ");
            out.flush();
        } else if (shown < 0 || percent / STEP != shown / STEP) {
            out.println(line);
        }
        shown = percent;
    }

    /** Leaves the line. */
    public void end() {
        if (terminal && shown >= 0) {
            out.println();
        }
    }

    private static String bar(int percent) {
        int full = WIDTH * percent / 100;
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }
}
