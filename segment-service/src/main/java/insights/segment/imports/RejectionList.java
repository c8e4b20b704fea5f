package insights.segment.imports;

import insights.common.sql.Database;
import insights.segment.file.Rejection;
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
final class RejectionList {

    /** How many are kept at most; all are counted. */
    static final long MAX_KEPT = 100_000;

    private static final int BATCH = 1_000;

    private final UUID importId;
    private final Database database;
    private final List<Rejection> waiting = new ArrayList<>(BATCH);
    private long count;

    RejectionList(UUID importId, Database database) {
        this.importId = importId;
        this.database = database;
    }

    void add(Rejection rejection) {
        if (count++ < MAX_KEPT) {
            waiting.add(rejection);
        }
        if (waiting.size() == BATCH) {
            save();
        }
    }

    long count() {
        return count;
    }

    void save() {
        database.transaction(connection -> {
            insert(connection);
            return null;
        });
        waiting.clear();
    }

    private void insert(Connection connection) throws SQLException {
        String sql = "insert into import_rejection (import_id, line, reason, detail) values (?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Rejection rejection : waiting) {
                statement.setObject(1, importId);
                statement.setLong(2, rejection.line());
                statement.setString(3, rejection.reason().name());
                statement.setString(4, rejection.detail());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
