package insights.segment.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Measures, and prints what scripts read. */
final class Timing {

    private Timing() {}

    /** Work that is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    static void ratio(PrintStream out, String name, double value) {
        out.printf(Locale.ROOT, "ratio %s %.2f%n", name, value);
    }
}
