package insights.common.sql;

import java.sql.SQLException;

/** The database refused or was not there: nothing a caller could do about it. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String UNIQUE_VIOLATION = "23505";

    public DatabaseException(SQLException cause) {
        super(cause);
    }

    /** Whether something is there already that may be there once. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState());
    }
}
