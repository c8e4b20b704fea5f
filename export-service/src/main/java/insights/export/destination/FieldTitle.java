package insights.export.destination;

/** How a field of the customer's own is called that is named after others. */
public final class FieldTitle {

    private FieldTitle() {}

    /** Words separated by single spaces, each with a capital. */
    public static String of(String words) {
        StringBuilder title = new StringBuilder();
        for (String word : words.split(" ")) {
            if (!word.isEmpty()) {
                title.append(title.isEmpty() ? "" : " ")
                        .appendCodePoint(Character.toTitleCase(word.codePointAt(0)))
                        .append(word.substring(Character.charCount(word.codePointAt(0))));
            }
        }
        return title.toString();
    }
}
