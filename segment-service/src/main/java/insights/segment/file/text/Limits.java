package insights.segment.file.text;

/**
 * What a file may be at most, so that a small one cannot fill the disk of the database.
 *
 * @param bytes of the file, unpacked
 * @param lines that are not blank
 * @param ratio of the unpacked bytes to the packed ones, beyond the first {@value #FREE} bytes; text that people keep is
 *     packed 5 to 30 times, hardly ever 100 times
 */
public record Limits(long bytes, long lines, int ratio) {

    static final long FREE = 16L * 1024 * 1024;

    /** @throws UnusableFile when there are more */
    public void checkLines(long received) {
        if (received > lines) {
            throw new UnusableFile("The file has more than %,d lines: cut it into several.".formatted(lines));
        }
    }
}
