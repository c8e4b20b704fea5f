package insights.segment.file.ndjson;

/** An object that somebody has written over several lines: each of them is no JSON, and what it says is about the same person. */
final class BrokenObject {

    /** Longer is none. */
    private static final int MAX_LENGTH = 10_000;

    private final StringBuilder before = new StringBuilder();
    private int depth;

    /** Another object follows. */
    void end() {
        before.setLength(0);
        depth = 0;
    }

    /** The line with those before it that belong to it: they follow one that opens an object, until that is closed. */
    String with(String line) {
        String text = line.strip();
        if (before.isEmpty() && !text.startsWith("{") || before.length() + text.length() > MAX_LENGTH) {
            end();
            return line;
        }
        if (text.startsWith("{\"") || text.startsWith("{'")) {
            // An object of its own: the one before was cut.
            end();
        }
        depth += count(text, '{') - count(text, '}');
        String whole = before.append(text).append(' ').toString();
        if (depth <= 0) {
            end();
        }
        return whole;
    }

    private static int count(String text, char bracket) {
        return (int) text.chars().filter(c -> c == bracket).count();
    }
}
