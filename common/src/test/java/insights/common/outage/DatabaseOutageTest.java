package insights.common.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseOutageTest {

    private final DatabaseOutage outage = new DatabaseOutage();

    @AfterEach
    void leaveAsFound() {
        DatabaseOutage.outage().answered();
    }

    /** The pool hands out what was used within the last second, also when the server died meanwhile. */
    @Test
    void isNotOverBecauseAConnectionIsLeftThatLeadsNowhere() {
        DatabaseOutage.outage().missed("refused");

        outage.onConnectionAcquire(connection(false));

        assertThat(DatabaseOutage.outage().isAway()).isTrue();
    }

    @Test
    void isOverWithAConnectionThatAnswers() {
        DatabaseOutage.outage().missed("refused");

        outage.onConnectionAcquire(connection(true));

        assertThat(DatabaseOutage.outage().isAway()).isFalse();
    }

    private static Connection connection(boolean valid) {
        return (Connection) Proxy.newProxyInstance(
                DatabaseOutageTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> {
                    if (method.getName().equals("isValid")) {
                        return valid;
                    }
                    throw new SQLException("not asked for");
                });
    }
}
