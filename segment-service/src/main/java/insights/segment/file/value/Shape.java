package insights.segment.file.value;

/** What a value looks like, for messages that must not say what it is: digits as 9, letters as a, the rest as it is. */
public final class Shape {

    private static final int MAX = 30;

    private Shape() {}

    /** Character by character, cut off where it gets long. */
    public static String of(String text) {
        StringBuilder shape = new StringBuilder(Math.min(text.length(), MAX));
        text.codePoints().limit(MAX).forEach(point -> shape.appendCodePoint(kind(point)));
        return text.codePointCount(0, text.length()) > MAX ? shape + "…" : shape.toString();
    }

    /** Runs of one kind count once: {@code n021} and {@code n1} look alike. */
    public static String ofKinds(String text) {
        StringBuilder kinds = new StringBuilder();
        int[] last = {-1};
        text.codePoints().limit(MAX).map(Shape::kind).forEach(kind -> {
            if (kind != last[0]) {
                kinds.appendCodePoint(kind);
            }
            last[0] = kind;
        });
        return kinds.toString();
    }

    private static int kind(int point) {
        if (Character.isDigit(point)) {
            return '9';
        }
        if (Character.isLetter(point)) {
            return 'a';
        }
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE ? '?' : point;
    }
}
