package insights.segment.file.ndjson;

import insights.segment.field.Field;
import insights.segment.field.FieldRole;
import insights.segment.field.FieldType;
import insights.segment.file.column.ColumnMapping;
import insights.segment.file.column.Columns;
import insights.segment.profile.Texts;
import java.util.HashMap;
import java.util.Map;

/** The name of a member somewhere inside an object, with the names around it: what it is of is often said by these. */
final class MemberName {

    private static final int LONGEST_PATH = 200;

    /** Longer numbers are those of people or of what they bought. */
    private static final int DIGITS = 3;

    private final String path;
    private final boolean speaksOfOptingOut;
    private final boolean refusal;
    private final boolean consent;
    private final boolean otherChannel;
    private final Map<String, MemberName> inside = new HashMap<>();

    /** @param around null for a member of the line itself */
    private MemberName(MemberName around, String name, ColumnMapping mapping) {
        String own = name.length() > Columns.MAX_NAME ? "" : name;
        this.path = around == null ? shown(own) : around.shortPath() + "." + shown(own);
        this.otherChannel = around != null && around.otherChannel || Field.isOfOtherChannel(own);
        this.refusal = !otherChannel && Field.refusesConsent(path);
        // What stands in {"consent":{"refused":…}} says the contrary of what stands beside it.
        boolean turned = refusal && around != null && !around.refusal;
        this.speaksOfOptingOut = around != null
                && Texts.isPrintable(own)
                && (turned
                        || Field.speaksOfOptingOut(own)
                        || Field.plainRole(path, FieldType.BOOLEAN) == FieldRole.OPT_OUT
                        || mapping.isOptOut(own));
        this.consent = !otherChannel && !refusal && (Field.mayBeConsent(path) || Field.mayBeConsent(own));
    }

    static MemberName ofLine(String name, ColumnMapping mapping) {
        return new MemberName(null, name, mapping);
    }

    /** A member of the object that this one has. @param keep whether it is remembered: there may be as many names as people */
    MemberName of(String name, ColumnMapping mapping, boolean keep) {
        MemberName known = inside.get(name);
        if (known != null) {
            return known;
        }
        MemberName found = new MemberName(this, name, mapping);
        if (keep) {
            inside.put(name, found);
        }
        return found;
    }

    boolean knows(String name) {
        return inside.containsKey(name);
    }

    /** How it is called with those around it, without those that are somebody's. */
    String path() {
        return path;
    }

    /** Whether it may say who opted out. */
    boolean speaksOfOptingOut() {
        return speaksOfOptingOut;
    }

    /** Whether it may say who wants mail. */
    boolean mayBeConsent() {
        return consent;
    }

    /** Whether it is about another way to reach people. */
    boolean isOfOtherChannel() {
        return otherChannel;
    }

    private String shortPath() {
        return path.length() > LONGEST_PATH ? "…" : path;
    }

    private static String shown(String name) {
        boolean somebodys = name.indexOf('@') >= 0
                || name.chars().filter(Character::isDigit).count() > DIGITS;
        return name.isEmpty() || somebodys || !Texts.isPrintable(name) ? "…" : name;
    }
}
