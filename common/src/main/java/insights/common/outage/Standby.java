package insights.common.outage;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Whether a connection leads to a server that may only be read, as the server has told; nobody is asked. */
final class Standby {

    /** PostgreSQL tells both when a session begins, and whenever one changes. */
    private static final String STANDBY = "in_hot_standby";

    private static final String SET_SO = "default_transaction_read_only";

    private static final String YES = "on";

    private Standby() {}

    static boolean isBehind(Connection connection) {
        try {
            PGConnection session = connection.unwrap(PGConnection.class);
            return YES.equals(session.getParameterStatus(STANDBY)) || YES.equals(session.getParameterStatus(SET_SO));
        } catch (SQLException ended) {
            return false;
        }
    }
}
