package insights.segment.imports.staging;

import insights.common.sql.Database;
import insights.common.sql.DatabaseException;
import insights.common.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/**
 * How many profiles there are before an import changes any. They are counted when it is first asked, which must be before that: of ten
 * million it takes seconds, and a file that changes nothing need not know.
 */
public final class ProfileCount implements LongSupplier {

    private final Connection connection;
    private Long counted;

    public ProfileCount(Connection connection) {
        this.connection = connection;
    }

    @Override
    public long getAsLong() {
        if (counted == null) {
            counted = count();
        }
        return counted;
    }

    private long count() {
        try {
            return Database.first(connection, Sql.of("select count(*) from profile"), row -> row.getLong(1))
                    .orElseThrow();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
