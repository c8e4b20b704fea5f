package insights.common.sql;

import java.sql.SQLException;

/** The database refused or was not there: nothing a caller could do about it. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(SQLException cause) {
        super(cause);
    }
}
