package insights.common.outage;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;

/**
 * Keeps no connection to a server that may only be read: while another one takes its place, or after its operator made it
 * read-only, an address may lead elsewhere for new connections, and old ones would go on being refused for as long as they live.
 */
@Singleton
public class StandbyConnections implements AgroalPoolInterceptor {

    private final Instance<AgroalDataSource> pool;

    StandbyConnections(Instance<AgroalDataSource> pool) {
        this.pool = pool;
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        if (Standby.isBehind(connection)) {
            // All of them: those that are in use go when they are given back.
            pool.get().flush(AgroalDataSource.FlushMode.GRACEFUL);
        }
    }
}
