package insights.segment.file.ndjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import insights.segment.field.OptOutState;
import insights.segment.field.TruthWords;
import insights.segment.file.column.ColumnMapping;
import insights.segment.file.row.NestedTexts;
import insights.segment.file.row.Remark;
import insights.segment.file.row.Remark.Code;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lists and objects inside of objects. They fill no field, but somebody may have written an opt-out into one: by a name, by a word
 * like {@code UNSUBSCRIBED}, or by saying no to what speaks of consent.
 */
final class NestedMembers {

    private static final int MAX_REMARKS = 20;

    /** There may be as many names as there are people. */
    private static final int MAX_NAMES = 1_000;

    private final ColumnMapping mapping;
    private final Map<String, MemberName> ofLine = new HashMap<>();
    private final Map<String, Remark> remarks = new LinkedHashMap<>();
    private int names;

    NestedMembers(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * All texts and names in the list or object that begins here.
     *
     * @param name of the member that has it
     * @param looking whether opt-outs in it are told
     */
    NestedTexts read(JsonParser parser, String name, long line, boolean looking) throws IOException {
        List<String> texts = new ArrayList<>();
        Deque<MemberName> around = new ArrayDeque<>();
        MemberName at = ofLine(name);
        around.push(at);
        while (!around.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                texts.add(parser.getText());
            }
            if (token == JsonToken.FIELD_NAME) {
                at = inside(around.element(), parser.currentName());
            } else if (token.isStructStart()) {
                around.push(at);
            } else if (token.isStructEnd()) {
                at = around.pop();
            }
            if (looking && remarks.size() < MAX_REMARKS) {
                look(name, at, token, parser, line);
            }
        }
        return new NestedTexts(texts);
    }

    private MemberName ofLine(String name) {
        MemberName known = ofLine.get(name);
        if (known != null) {
            return known;
        }
        MemberName found = MemberName.ofLine(name, mapping);
        if (names < MAX_NAMES) {
            names++;
            ofLine.put(name, found);
        }
        return found;
    }

    private MemberName inside(MemberName around, String name) {
        boolean keep = names < MAX_NAMES;
        names += keep && !around.knows(name) ? 1 : 0;
        return around.of(name, mapping, keep);
    }

    private void look(String name, MemberName at, JsonToken token, JsonParser parser, long line) throws IOException {
        if (token == JsonToken.FIELD_NAME && at.speaksOfOptingOut()) {
            tell(
                    Code.MAY_BE_OPT_OUT,
                    name,
                    "has a list or an object in which \"%s\" may say who opted out, and opts nobody out: write that beside the other names of the line"
                            .formatted(at.path()));
        } else if (token == JsonToken.VALUE_STRING && !at.isOfOtherChannel() && OptOutState.isOne(parser.getText())) {
            tell(
                    Code.MAY_BE_OPT_OUT,
                    name,
                    "has a list or an object in which \"%s\" may say who opted out, by the word in line %d, and opts nobody out: write that beside the other names of the line, and name it there with optOut"
                            .formatted(at.path(), line));
        } else if (at.mayBeConsent() && saysNo(token, parser)) {
            tell(
                    Code.MAY_BE_CONSENT,
                    name,
                    "has a list or an object in which \"%s\" may say who wants mail, or who does not, by its name, and opts nobody out (line %d says no): write that beside the other names of the line, and name it there with optOut; if yes says that somebody wants mail, with true=no and false=yes, and if yes says that somebody does not, with true=yes and false=no"
                            .formatted(at.path(), line));
        }
    }

    private static boolean saysNo(JsonToken token, JsonParser parser) throws IOException {
        return switch (token) {
            case VALUE_FALSE -> true;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING ->
                parser.getTextLength() <= TruthWords.LONGEST
                        && Boolean.FALSE.equals(
                                TruthWords.read(parser.getText().strip().toLowerCase(Locale.ROOT)));
            default -> false;
        };
    }

    private void tell(Code code, String name, String detail) {
        remarks.computeIfAbsent(code + name, unused -> new Remark(code, name, detail));
    }

    /** Two at most for each member in which somebody may have opted out. */
    List<Remark> remarks() {
        return List.copyOf(remarks.values());
    }
}
