package insights.segment.file.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the first bytes of a file tell of its charset.
 *
 * @param charset null when they tell nothing
 * @param markLength bytes of the byte order mark, which is no part of the text
 */
record ByteOrder(Charset charset, int markLength) {

    /** How many bytes are looked at. */
    static final int SAMPLE = 4096;

    private static final ByteOrder UNKNOWN = new ByteOrder(null, 0);

    /** Fewer pairs of bytes than these prove nothing. */
    private static final int MIN_PAIRS = 4;

    /** One of so many is a lot. */
    private static final int MANY = 4;

    /**
     * By the byte order mark (The Unicode Standard, section 23.8), else by zero bytes.
     *
     * @param guess whether zero bytes count
     */
    static ByteOrder of(ByteBuffer bytes, boolean guess) {
        if (at(bytes, 0) == 0xEF && at(bytes, 1) == 0xBB && at(bytes, 2) == 0xBF) {
            return new ByteOrder(StandardCharsets.UTF_8, 3);
        }
        if (at(bytes, 0) == 0xFF && at(bytes, 1) == 0xFE) {
            return new ByteOrder(StandardCharsets.UTF_16LE, 2);
        }
        if (at(bytes, 0) == 0xFE && at(bytes, 1) == 0xFF) {
            return new ByteOrder(StandardCharsets.UTF_16BE, 2);
        }
        return guess ? byZeros(bytes) : UNKNOWN;
    }

    /**
     * In UTF-16 without a mark separators, digits and most letters have a zero byte on the same side. A few letters, like Ā
     * and 一, have one on the other; two together are no text, but padding, or UTF-32.
     */
    private static ByteOrder byZeros(ByteBuffer bytes) {
        int pairs = Math.min(bytes.remaining(), SAMPLE) / 2;
        int first = 0;
        int second = 0;
        int both = 0;
        for (int i = 0; i < pairs; i++) {
            boolean one = at(bytes, 2 * i) == 0;
            boolean other = at(bytes, 2 * i + 1) == 0;
            first += one && !other ? 1 : 0;
            second += other && !one ? 1 : 0;
            both += one && other ? 1 : 0;
        }
        if (pairs < MIN_PAIRS || both * MANY > pairs) {
            return UNKNOWN;
        }
        if (second * MANY > pairs && first * MANY < second) {
            return new ByteOrder(StandardCharsets.UTF_16LE, 0);
        }
        return first * MANY > pairs && second * MANY < first ? new ByteOrder(StandardCharsets.UTF_16BE, 0) : UNKNOWN;
    }

    private static int at(ByteBuffer bytes, int index) {
        return index < bytes.remaining() ? bytes.get(bytes.position() + index) & 0xFF : -1;
    }
}
