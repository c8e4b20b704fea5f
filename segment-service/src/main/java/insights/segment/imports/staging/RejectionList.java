package insights.segment.imports.staging;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.segment.file.row.ImportRejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The lines of an import that were rejected while the file was read. They are written in transactions of their own, so
 * that they can be seen while the import runs and after it failed.
 */
public class RejectionList {

    /** How many are kept at most; all are counted. */
    public static final long MAX_KEPT = 100_000;

    private static final int BATCH = 1_000;

    private final UUID importId;
    private final Database database;
    private final List<ImportRejection> waiting = new ArrayList<>(BATCH);
    private long lines;
    private long values;

    public RejectionList(UUID importId, Database database) {
        this.importId = importId;
        this.database = database;
    }

    protected void add(ImportRejection rejection) {
        if (kept() < MAX_KEPT) {
            waiting.add(rejection);
        }
        count(rejection);
        if (waiting.size() == BATCH) {
            save();
        }
    }

    protected final void count(ImportRejection rejection) {
        if (rejection.field() == null) {
            lines++;
        } else {
            values++;
        }
    }

    protected final void forget() {
        lines = 0;
        values = 0;
    }

    /** How many lines were rejected. */
    public long lines() {
        return lines;
    }

    /** How many values of lines that were taken. */
    public long values() {
        return values;
    }

    /** How many are kept. */
    public long kept() {
        return Math.min(lines + values, MAX_KEPT);
    }

    /** Nothing of what was added counts. */
    protected void clear() {
        waiting.clear();
        forget();
        database.transaction(connection ->
                Database.update(connection, Sql.of("delete from import_rejection where import_id = ?", importId)));
    }

    protected void save() {
        database.transaction(connection -> {
            insert(connection);
            return null;
        });
        waiting.clear();
    }

    private void insert(Connection connection) throws SQLException {
        String sql = "insert into import_rejection (import_id, line, field, reason, detail) values (?, ?, ?, ?, ?)"
                + " on conflict do nothing";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (ImportRejection rejection : waiting) {
                statement.setObject(1, importId);
                statement.setLong(2, rejection.line());
                statement.setString(3, rejection.field() == null ? "" : rejection.field());
                statement.setString(4, rejection.reason().name());
                statement.setString(5, rejection.detail());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
