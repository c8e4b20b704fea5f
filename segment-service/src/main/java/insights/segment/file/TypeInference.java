package insights.segment.file;

import insights.segment.field.FieldType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides the types of new fields by the first lines of a file. */
public final class TypeInference {

    /** The more particular first. */
    private static final List<FieldType> PREFERENCE =
            List.of(FieldType.BOOLEAN, FieldType.NUMBER, FieldType.DATE, FieldType.DATETIME, FieldType.STRING);

    private final ValueReader values;

    public TypeInference(ValueReader values) {
        this.values = values;
    }

    /** Gives every column without a type the first one that all its values in the sample suggest. */
    public void decide(List<Row> sample) {
        Map<Column, EnumSet<FieldType>> candidates = new HashMap<>();
        for (Row row : sample) {
            for (int i = 0; i < row.columns().length; i++) {
                Column column = row.columns()[i];
                Object value = row.values()[i];
                if (column != null && column.type() == null && value != null) {
                    candidates
                            .computeIfAbsent(column, unused -> EnumSet.allOf(FieldType.class))
                            .removeIf(type -> !values.suggests(type, value));
                }
            }
        }
        candidates.forEach((column, types) -> column.type(first(types)));
    }

    /** The type of a column that had no value in the sample, by its first value. */
    public FieldType of(Object value) {
        return PREFERENCE.stream()
                .filter(type -> values.suggests(type, value))
                .findFirst()
                .orElse(FieldType.STRING);
    }

    private static FieldType first(EnumSet<FieldType> types) {
        return PREFERENCE.stream().filter(types::contains).findFirst().orElse(FieldType.STRING);
    }
}
