package insights.common.outage;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Whether the database answered when a connection was needed last. One per process, because log filters are made by nobody. */
@Singleton
public class DatabaseOutage implements AgroalPoolInterceptor {

    private static final Outage OUTAGE = new Outage(DatabaseOutage.class, "The database");

    /** The one outage of the one database. */
    public static Outage outage() {
        return OUTAGE;
    }

    /** A connection that lay idle was tried before. One that may only be read is half of a database. */
    @Override
    public void onConnectionAcquire(Connection connection) {
        if (OUTAGE.isAway() && !Standby.isBehind(connection)) {
            OUTAGE.answered();
        }
    }
}
