package insights.export.line;

/** How long answers take lately, by which one that takes longer than is usual is told: as TCP tells a lost packet (RFC 6298). */
final class AnswerTime {

    /** Less is nothing unusual on any machine, and no more than the pace allows for. */
    private static final double LEAST = Pace.JITTER;

    private boolean known;
    private double mean;
    private double deviation;

    /** An answer came. @param nanos after so much time */
    void took(long nanos) {
        if (!known) {
            mean = nanos;
            deviation = nanos / 2.0;
            known = true;
            return;
        }
        // One that was stuck says little of the next; if they all take longer from now on, that is usual soon.
        double taken = Math.min(nanos, usual());
        deviation += (Math.abs(taken - mean) - deviation) / 4;
        mean += (taken - mean) / 8;
    }

    /** By how much a time is longer than the others, if it is longer than any that is usual; else 0. */
    long beyond(long nanos) {
        return nanos > usual() ? (long) (nanos - mean) : 0;
    }

    private double usual() {
        return mean + Math.max(LEAST, 4 * deviation);
    }

    /** On average; before the first answer a tenth of a second is as good as any guess. */
    double seconds() {
        return known ? mean / 1e9 : 0.1;
    }
}
