package insights.segment.file.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A byte that means nothing in the charset of the file. */
public final class UnreadableByte extends UnusableFile {

    private static final long serialVersionUID = 1L;

    private final long offset;
    private final int value;
    private final transient Charset charset;

    /** @param offset of the byte in the file, the first being 0 */
    UnreadableByte(long offset, int value, Charset charset) {
        super("Byte %,d of the file (0x%02X) means nothing in %s: %s"
                .formatted(offset + 1, value, charset.name(), cure(charset)));
        this.offset = offset;
        this.value = value;
        this.charset = charset;
    }

    private static String cure(Charset charset) {
        return "save the file as UTF-8, or say what it is with the parameter charset, like charset=%s."
                .formatted(charset.name().equals("windows-1252") ? "cp850" : "windows-1252");
    }

    long offset() {
        return offset;
    }

    Charset charset() {
        return charset;
    }

    /**
     * The same in words for whoever has the file.
     *
     * @param line in which it is
     * @param utf8 whether the rest of the file is UTF-8, so that no other charset would read it
     */
    UnusableFile inLine(long line, boolean utf8) {
        String what = "Line %,d has a byte (0x%02X, byte %,d of the file) that means nothing in %s"
                .formatted(line, value, offset + 1, charset.name());
        if (!utf8) {
            return new UnusableFile(what + ": " + cure(charset));
        }
        return new UnusableFile(
                charset.equals(StandardCharsets.UTF_8)
                        ? what
                                + ", in which the other lines are written: mend that line, because another charset would spoil the others."
                        : what
                                + ", and most of the file is UTF-8: say charset=utf-8, and mend the lines that are none.");
    }
}
