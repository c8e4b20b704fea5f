package insights.segment.file.column;

/**
 * About how many different texts there are, in constant memory (HyperLogLog, Flajolet and others, 2007): within a few percent,
 * and nearly exact for few.
 */
final class DistinctCount {

    private static final int BITS = 12;
    private static final int REGISTERS = 1 << BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private final byte[] longest = new byte[REGISTERS];

    void add(String text) {
        long hash = mixed(text);
        int register = (int) (hash >>> (Long.SIZE - BITS));
        int zeros = Long.numberOfLeadingZeros(hash << BITS | 1L << (BITS - 1)) + 1;
        longest[register] = (byte) Math.max(longest[register], zeros);
    }

    long estimate() {
        double sum = 0;
        int empty = 0;
        for (byte zeros : longest) {
            sum += Math.pow(2, -zeros);
            empty += zeros == 0 ? 1 : 0;
        }
        double estimate = ALPHA * REGISTERS * REGISTERS / sum;
        boolean few = estimate <= 2.5 * REGISTERS && empty > 0;
        return Math.round(few ? REGISTERS * Math.log((double) REGISTERS / empty) : estimate);
    }

    /** Every bit of the text counts for every bit of the hash. */
    private static long mixed(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ Character.toLowerCase(text.charAt(i))) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        return hash ^ hash >>> 33;
    }
}
