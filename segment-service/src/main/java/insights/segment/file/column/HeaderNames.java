package insights.segment.file.column;

import insights.common.text.CleanText;
import insights.segment.file.text.UnusableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of columns, as people and programs write them into the first line. */
public final class HeaderNames {

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\u200C\u200D]]+");
    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d.,' \\u00a0]*");

    /** How many are told at most. */
    private static final int SHOWN = 30;

    private HeaderNames() {}

    /**
     * The name with single spaces where line breaks or several spaces are, and without what nobody sees: two names that look
     * the same would be two fields.
     */
    public static String clean(String name) {
        String seen = CleanText.hasInvisible(name) ? INVISIBLE.matcher(name).replaceAll("") : name;
        return CleanText.of(GAPS.matcher(CleanText.of(seen)).replaceAll(" "));
    }

    public static List<String> clean(List<String> names) {
        return names.stream().map(HeaderNames::clean).toList();
    }

    /** The name of the field that a column fills; it has no comma, because lists of fields are separated by commas. */
    public static String field(String name) {
        return name.indexOf(',') < 0 ? name : clean(name.replace(',', ' '));
    }

    /**
     * Refuses a line that has values where names are wanted.
     *
     * @param idColumn the name that was given for the column with the ids
     */
    static void refuseData(List<String> names, long line, String idColumn) {
        List<Integer> data = new ArrayList<>();
        boolean certain = false;
        int named = 0;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            named += name.isEmpty() ? 0 : 1;
            boolean address = ADDRESS.matcher(name).matches();
            if (address || isTruth(name) || NUMBER.matcher(name).matches()) {
                data.add(i + 1);
                certain |= address || isTruth(name) || name.equals(idColumn);
            }
        }
        if (certain || data.size() * 2 > named && !names.contains(idColumn)) {
            throw new UnusableFile(
                    "Line %d must name the columns, and looks like data (column %d): put a line with names before it, or leave out lines before the names with the parameter skipLines. From a shell send the file with --data-binary, which keeps its line breaks."
                            .formatted(line, data.getFirst()));
        }
    }

    /** The names for a message, after {@link #refuseData} has passed them. */
    public static String list(List<String> names) {
        List<String> shown = names.stream()
                .filter(name -> !name.isEmpty())
                .limit(SHOWN)
                .map(name -> "\"" + (name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name) + "\"")
                .toList();
        int more = (int) names.stream().filter(name -> !name.isEmpty()).count() - shown.size();
        return shown.isEmpty()
                ? "none with a name"
                : String.join(", ", shown) + (more > 0 ? " and %d more".formatted(more) : "");
    }

    private static boolean isTruth(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false");
    }
}
