package insights.common.outage;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Whether the database answered when a connection was needed last. One per process, because log filters are made by nobody. */
@Singleton
public class DatabaseOutage implements AgroalPoolInterceptor {

    /** As long as the pool waits where it tries one. */
    private static final int PATIENCE_SECONDS = 3;

    private static final Outage OUTAGE = new Outage(DatabaseOutage.class, "The database");

    /** The one outage of the one database. */
    public static Outage outage() {
        return OUTAGE;
    }

    /** One that was used a moment ago was not tried before it was handed out. One that may only be read is half of a database. */
    @Override
    public void onConnectionAcquire(Connection connection) {
        if (OUTAGE.isAway() && !Standby.isBehind(connection) && isAlive(connection)) {
            OUTAGE.answered();
        }
    }

    private static boolean isAlive(Connection connection) {
        try {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException ended) {
            return false;
        }
    }
}
