package insights.segment.file;

import insights.segment.field.FieldRole;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of the file fills which field.
 *
 * @param renamed fields by the names that the file uses; an empty field leaves the column out
 * @param roles what columns are for, by the names that the file uses
 */
public record ColumnMapping(
        Columns columns, String idColumn, Map<String, String> renamed, Map<String, FieldRole> roles) {

    /** The columns in the order of the header; null stands for one that is left out. */
    Column[] ofHeader(List<String> header) {
        Column[] found = new Column[header.size()];
        Set<String> names = new HashSet<>();
        Set<Column> filled = new HashSet<>();
        for (int i = 0; i < found.length; i++) {
            String name = header.get(i).strip();
            if (!names.add(name)) {
                throw new UnusableFile(
                        "The header names the column \"%s\" twice: give one of them another name.".formatted(name));
            }
            found[i] = of(name);
            if (found[i] != null && !filled.add(found[i])) {
                throw new UnusableFile(
                        "Two columns fill the field \"%s\": leave one of them out or map it to another field."
                                .formatted(found[i].field()));
            }
        }
        roles.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnusableFile(
                            "The header has no column \"%s\", which the parameters optOut and email speak of."
                                    .formatted(name));
                });
        renamed.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnusableFile("The header has no column \"%s\" to map.".formatted(name));
                });
        if (!names.contains(idColumn)) {
            throw new UnusableFile(
                    "The header has no column \"%s\": name the column with the profile's id in the parameter idColumn."
                            .formatted(idColumn));
        }
        return found;
    }

    /** The column for a name in the file, or null when it is left out. */
    Column of(String name) {
        if (name.equals(idColumn)) {
            return columns.id();
        }
        String field = renamed.getOrDefault(name, name);
        if (field.isEmpty()) {
            return null;
        }
        Column column = columns.get(field);
        FieldRole role = roles.get(name);
        if (role != null) {
            column.role(role);
        }
        return column;
    }
}
