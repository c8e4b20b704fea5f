package insights.segment.file.ndjson;

import insights.segment.file.row.RowFitter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds members of objects in a line that is not JSON, or not one object: it has NaN in it, a backslash of Windows, a quote
 * too many, a key twice. For whom it is about and whether they opt out only, where to look too closely is the smaller harm;
 * nothing of it becomes part of a profile. It ends by itself on any text, and takes no value that is cut off.
 */
final class DamagedLine {

    /** Longer names are names of no column, and a search for their ends in any text would take for ever. */
    private static final int MAX_NAME = 200;

    /** Longer is no value that anybody looks for. */
    private static final int MAX_DAMAGED = 1_000;

    /** After so many lists that do not end nothing is looked for inside others. */
    private static final int MOST_NOT_CLOSED = 20;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,60}(?:\\.\\d{1,60})?(?:[eE][+-]?\\d{1,3})?");

    private final String line;
    private final Predicate<String> wanted;
    private final List<List<Member>> objects = new ArrayList<>();
    private int at;
    private int notClosed;

    /**
     * @param value clean or not, as the line has it: text, a number, null, or {@link RowFitter#UNREADABLE}
     * @param texts within it where it is a list or an object
     */
    record Member(String name, Object value, List<String> texts) {}

    private DamagedLine(String line, Predicate<String> wanted) {
        this.line = line;
        this.wanted = wanted;
        this.objects.add(new ArrayList<>());
    }

    /**
     * The members by what may be objects of their own: what begins after another has ended.
     *
     * @param wanted which names are looked for, as the line has them
     */
    static List<List<Member>> objects(String line, Predicate<String> wanted) {
        DamagedLine damaged = new DamagedLine(line, wanted);
        damaged.read();
        return damaged.objects;
    }

    private void read() {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '}') {
                at++;
                endObject();
            } else if (isQuote(c) && (at == 0 || line.charAt(at - 1) != '\\')) {
                member();
            } else {
                at++;
                if (c == '{' || c == ',') {
                    bareMember();
                }
            }
        }
    }

    /** A name without quotes, as JavaScript has them. */
    private void bareMember() {
        int start = afterBlanks(at);
        int end = start;
        while (end < line.length() && end - start < MAX_NAME && isPartOfName(line.charAt(end))) {
            end++;
        }
        int colon = afterBlanks(end);
        String name = line.substring(start, end);
        if (end > start && colon < line.length() && line.charAt(colon) == ':' && wanted.test(name)) {
            at = afterBlanks(colon + 1);
            objects.getLast().add(value(name));
        }
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-';
    }

    private void endObject() {
        int next = afterBlanks(at);
        if (next < line.length() && line.charAt(next) == ',') {
            next = afterBlanks(next + 1);
        }
        if (next < line.length() && line.charAt(next) == '{') {
            objects.add(new ArrayList<>());
        }
    }

    /** What begins with a quote here is a member when a colon follows; else the next quote may begin one. */
    private void member() {
        int end = endOfText(at, MAX_NAME);
        int colon = end < 0 ? line.length() : afterBlanks(end + 1);
        if (colon >= line.length()) {
            at++;
            return;
        }
        String name = EscapedText.read(line.substring(at + 1, end));
        if (line.charAt(colon) != ':') {
            memberWithoutColon(name, colon);
            return;
        }
        at = afterBlanks(colon + 1);
        if (wanted.test(name)) {
            objects.getLast().add(value(name));
        } else {
            passWholeText();
        }
    }

    /** A name that is looked for, where names are, and another sign or none instead of the colon. */
    private void memberWithoutColon(String name, int next) {
        int before = at - 1;
        while (before >= 0 && line.charAt(before) <= ' ') {
            before--;
        }
        if (before >= 0 && "{,".indexOf(line.charAt(before)) >= 0 && wanted.test(name)) {
            at = ",;=".indexOf(line.charAt(next)) >= 0 ? afterBlanks(next + 1) : next;
            objects.getLast().add(value(name));
        } else {
            at++;
        }
    }

    /** What somebody wrote about somebody is not looked into, where it plainly begins and ends. */
    private void passWholeText() {
        int end = at < line.length() && isQuote(line.charAt(at)) ? endOfText(at, Integer.MAX_VALUE) : -1;
        int next = end < 0 ? -1 : afterBlanks(end + 1);
        if (next > 0 && next < line.length() && ",}".indexOf(line.charAt(next)) >= 0) {
            at = next;
        }
    }

    private Member value(String name) {
        char c = at < line.length() ? line.charAt(at) : ' ';
        if (isQuote(c)) {
            int end = endOfText(at, Integer.MAX_VALUE);
            if (end < 0) {
                return new Member(name, RowFitter.UNREADABLE, List.of());
            }
            if (!isEnd(end)) {
                return damagedText(name, end);
            }
            String text = EscapedText.read(line.substring(at + 1, end));
            at = end + 1;
            return new Member(name, text, List.of());
        }
        if (c == '[' || c == '{') {
            int start = at;
            List<String> texts = texts();
            boolean closed = line.charAt(at - 1) == (c == '[' ? ']' : '}') && isEnd(at - 1);
            if (!closed && notClosed++ < MOST_NOT_CLOSED) {
                at = start + 1;
            }
            return new Member(name, RowFitter.UNREADABLE, texts);
        }
        int end = at;
        while (end < line.length() && ",}] \t".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        String word = line.substring(at, end);
        at = end;
        return new Member(name, end == line.length() ? RowFitter.UNREADABLE : bare(word), List.of());
    }

    /** Whether nothing but the end of a value may stand here: another one, or the end of the object, follows. */
    private boolean isEnd(int place) {
        int next = afterBlanks(place + 1);
        return next >= line.length() || ",}]".indexOf(line.charAt(next)) >= 0;
    }

    /** A quote too many or too few: all that may belong to it counts, and what follows may be members as well. */
    private Member damagedText(String name, int firstEnd) {
        int start = at;
        int last = Math.min(line.length(), start + MAX_DAMAGED);
        int end = firstEnd + 1;
        while (end < last && !(isQuote(line.charAt(end)) && isEnd(end))) {
            end++;
        }
        at = firstEnd;
        return new Member(name, RowFitter.UNREADABLE, List.of(line.substring(start + 1, end)));
    }

    private static Object bare(String word) {
        return word.equals("null") ? null : NUMBER.matcher(word).matches() ? new BigDecimal(word) : new Bare(word);
    }

    /** A word without quotes, which is a truth value or damage. */
    record Bare(String word) {}

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        int depth = 0;
        do {
            char c = line.charAt(at);
            if (isQuote(c)) {
                int end = endOfText(at, Integer.MAX_VALUE);
                if (end < 0) {
                    return texts;
                }
                texts.add(EscapedText.read(line.substring(at + 1, end)));
                at = end;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (c == ']' || c == '}') {
                depth--;
            }
            at++;
        } while (depth > 0 && at < line.length());
        return texts;
    }

    /** The place of the quote that ends the text which begins with one here; -1 where none does. */
    private int endOfText(int start, int longest) {
        char quote = line.charAt(start);
        int last = (int) Math.min(line.length() - 1L, (long) start + 1 + longest);
        for (int i = start + 1; i <= last; i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i;
            }
        }
        return -1;
    }

    private int afterBlanks(int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
