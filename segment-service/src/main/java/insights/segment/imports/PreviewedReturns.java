package insights.segment.imports;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.erasure.Tombstones;
import insights.segment.field.FieldRepository;
import insights.segment.field.FieldRole;
import insights.segment.file.column.Column;
import insights.segment.file.column.Columns;
import insights.segment.imports.merge.ErasedReturns;
import insights.segment.imports.staging.StagedRejections;
import insights.segment.imports.staging.StagingTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes what an import would reject as {@link ErasedReturns} out of a staged file that is only shown. */
@ApplicationScoped
class PreviewedReturns {

    private final ErasedReturns returns;
    private final Tombstones tombstones;
    private final FieldRepository fields;

    PreviewedReturns(ErasedReturns returns, Tombstones tombstones, FieldRepository fields) {
        this.returns = returns;
        this.tombstones = tombstones;
        this.fields = fields;
    }

    /**
     * The lines stay as rejected ones: whom they are about is kept as they are.
     *
     * @return their numbers
     */
    List<Long> takeOut(StagingTable table, Columns columns) throws SQLException {
        Connection connection = table.connection();
        if (!tombstones.haveAddresses(connection)) {
            return List.of();
        }
        List<String> addressFields = new ArrayList<>(fields.withRole(connection, FieldRole.EMAIL));
        columns.changedTo(FieldRole.EMAIL).stream().map(Column::field).forEach(addressFields::add);
        new StagedRejections(connection).takeDuplicates();
        List<Long> lines = returns.lines(connection, addressFields);
        if (!lines.isEmpty()) {
            Database.update(connection, Sql.of("update staging set attributes = null where line = any (?)", (Object)
                    lines.toArray(Long[]::new)));
        }
        return lines;
    }
}
