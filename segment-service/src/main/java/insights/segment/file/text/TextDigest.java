package insights.segment.file.text;

import insights.common.hash.Sha256;
import java.security.MessageDigest;

/**
 * A hash of what a file says, by which it is known when it comes again. Programs change charsets, byte order marks and line breaks,
 * pack files and leave blank lines at their ends; a file of yesterday is no newer for any of it.
 */
final class TextDigest {

    private static final int BUFFER = 64 * 1024;

    /** Of one character, in UTF-8. */
    private static final int MOST_BYTES = 3;

    private final MessageDigest digest = Sha256.begin();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;
    private boolean begun;
    private boolean broken;

    void update(char[] text, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            char c = text[i];
            if (c == '\n' || c == '\r') {
                broken = begun;
                continue;
            }
            if (filled > BUFFER - MOST_BYTES - 1) {
                flush();
            }
            if (broken) {
                buffer[filled++] = '\n';
                broken = false;
            }
            begun = true;
            put(c);
        }
    }

    /** Halves of surrogate pairs by themselves: a buffer may end between them. */
    private void put(char c) {
        if (c < 0x80) {
            buffer[filled++] = (byte) c;
        } else {
            buffer[filled++] = (byte) (0xE0 | c >> 12);
            buffer[filled++] = (byte) (0x80 | c >> 6 & 0x3F);
            buffer[filled++] = (byte) (0x80 | c & 0x3F);
        }
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }

    /** To be asked for once. */
    byte[] value() {
        flush();
        return digest.digest();
    }
}
