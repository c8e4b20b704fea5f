package insights.sandbox.ortto.field;

import java.util.List;

/**
 * A field of people.
 *
 * @param id {@code <type>:<namespace>:<name>}; those that Ortto has itself have no namespace
 * @param options what a select may be; null for other types
 * @param tracked whether changes of it are activities
 * @param readOnly it is said by Ortto alone
 */
public record Field(String id, String name, FieldType type, List<String> options, boolean tracked, boolean readOnly) {

    static Field builtIn(String id, FieldType type) {
        return new Field(id, id, type, null, false, false);
    }

    static Field readOnly(String id) {
        return new Field(id, id, FieldType.TEXT, null, false, true);
    }

    Field with(List<String> newOptions, boolean newTracked) {
        return new Field(id, name, type, newOptions, newTracked, readOnly);
    }
}
