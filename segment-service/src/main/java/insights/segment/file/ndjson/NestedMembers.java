package insights.segment.file.ndjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import insights.segment.field.Field;
import insights.segment.file.column.ColumnMapping;
import insights.segment.file.column.Columns;
import insights.segment.file.row.NestedTexts;
import insights.segment.file.row.Remark;
import insights.segment.profile.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists and objects inside of objects. They fill no field, but somebody may have written an opt-out into one. */
final class NestedMembers {

    private static final int MAX_REMARKS = 20;

    /** There may be as many names as there are people. */
    private static final int MAX_NAMES = 1_000;

    private final ColumnMapping mapping;
    private final Map<String, Boolean> speaksOfOptingOut = new HashMap<>();
    private final Map<String, Remark> remarks = new LinkedHashMap<>();

    NestedMembers(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * All texts and names in the list or object that begins here.
     *
     * @param name of the member that has it
     */
    NestedTexts read(JsonParser parser, String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int depth = 1; depth > 0; ) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                texts.add(parser.getText());
            }
            if (token == JsonToken.FIELD_NAME && remarks.size() < MAX_REMARKS) {
                lookForOptOut(name, parser.currentName());
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
        return new NestedTexts(texts);
    }

    private void lookForOptOut(String name, String nested) {
        if (nested.length() <= Columns.MAX_NAME && speaksOfOptingOut(nested)) {
            remarks.computeIfAbsent(
                    name,
                    unused -> new Remark(
                            Remark.Code.MAY_BE_OPT_OUT,
                            name,
                            "has a list or an object in which \"%s\" may say who opted out, and opts nobody out: write that beside the other names of the line"
                                    .formatted(nested)));
        }
    }

    private boolean speaksOfOptingOut(String name) {
        Boolean known = speaksOfOptingOut.get(name);
        boolean speaks = known == null
                ? (Field.speaksOfOptingOut(name) || mapping.isOptOut(name)) && Texts.isPrintable(name)
                : known;
        if (known == null && speaksOfOptingOut.size() < MAX_NAMES) {
            speaksOfOptingOut.put(name, speaks);
        }
        return speaks;
    }

    /** One for each member in which somebody may have opted out. */
    List<Remark> remarks() {
        return List.copyOf(remarks.values());
    }
}
