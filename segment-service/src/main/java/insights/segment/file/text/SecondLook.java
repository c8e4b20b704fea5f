package insights.segment.file.text;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/** Looks once more at a file that has a byte which means nothing: in which line that is, and what the rest is written in. */
public final class SecondLook {

    private static final int LAST_ASCII = 0x7F;
    private static final int FIRST_LEAD = 0xC2;
    private static final int LAST_LEAD = 0xF4;
    private static final int LEAD_OF_3 = 0xE0;
    private static final int LEAD_OF_4 = 0xF0;

    private SecondLook() {}

    /** The bytes of the file, unpacked, as often as they are wanted. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    /** Why the file is refused. */
    public static UnusableFile at(UnreadableByte found, Bytes bytes) throws IOException {
        boolean isUtf8;
        try (InputStream all = new BufferedInputStream(bytes.open())) {
            isUtf8 = !found.charset().name().startsWith("UTF-16") && isMostlyUtf8(all);
        }
        return found.inLine(line(found.offset(), found.charset(), bytes), isUtf8);
    }

    /** The line that has the byte at the offset. */
    public static long line(long offset, Charset charset, Bytes bytes) throws IOException {
        try (InputStream all = bytes.open()) {
            return line(new Part(all, offset), charset);
        }
    }

    /** By the characters before it: a line break of UTF-16 is two bytes. */
    private static long line(InputStream before, Charset charset) throws IOException {
        long line = 1;
        Reader text = new BufferedReader(new InputStreamReader(before, charset));
        int last = 0;
        int c;
        while ((c = text.read()) >= 0) {
            line += c == '\n' && last != '\r' || c == '\r' ? 1 : 0;
            last = c;
        }
        return line;
    }

    /** Whether what is not ASCII are characters of UTF-8 at least as often as bytes that are none: by chance few are. */
    private static boolean isMostlyUtf8(InputStream all) throws IOException {
        long characters = 0;
        long others = 0;
        int b = all.read();
        while (b >= 0) {
            int more = b < FIRST_LEAD || b > LAST_LEAD ? 0 : b < LEAD_OF_3 ? 1 : b < LEAD_OF_4 ? 2 : 3;
            boolean whole = more > 0;
            others += more == 0 && b > LAST_ASCII ? 1 : 0;
            b = all.read();
            for (int i = 0; i < more && whole; i++) {
                whole = b >> 6 == 0b10;
                b = whole ? all.read() : b;
            }
            if (more > 0) {
                characters += whole ? 1 : 0;
                others += whole ? 0 : 1;
            }
        }
        return characters > 0 && characters >= others;
    }

    /** The beginning of a stream. */
    private static final class Part extends InputStream {

        private final InputStream in;
        private long left;

        Part(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            return left > 0 && left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : in.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
