package insights.segment.imports.merge;

import insights.segment.field.FieldRole;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.Stream;

/** What a column was taken to be for, which its field was not before. */
@RegisterForReflection
public record GivenRole(@NotNull String field, @NotNull FieldRole role) {

    public static List<GivenRole> of(Columns columns) {
        return Stream.of(FieldRole.values())
                .flatMap(role -> columns.changedTo(role).stream())
                .map(column -> new GivenRole(column.field(), column.role()))
                .toList();
    }

    static List<Column> columns(Columns columns) {
        return Stream.of(FieldRole.values())
                .flatMap(role -> columns.changedTo(role).stream())
                .toList();
    }
}
