package insights.segment.file;

/** An object that somebody has written over several lines: each of them is no JSON, and what it says is about the same person. */
final class BrokenObject {

    /** Longer is none. */
    private static final int MAX_LENGTH = 10_000;

    private final StringBuilder before = new StringBuilder();

    /** Another object follows. */
    void end() {
        before.setLength(0);
    }

    /** The line with those before it that belong to it: they follow one that opens an object, without opening another. */
    String with(String line) {
        String text = line.strip();
        if (text.startsWith("{") || before.length() + text.length() > MAX_LENGTH) {
            end();
        }
        boolean goesOn = text.startsWith("{") ? !text.endsWith("}") : !before.isEmpty();
        if (!goesOn) {
            return line;
        }
        String whole = before.append(text).append(' ').toString();
        if (text.endsWith("}") || text.endsWith("},")) {
            end();
        }
        return whole;
    }
}
