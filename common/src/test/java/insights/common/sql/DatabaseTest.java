package insights.common.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private final List<String> calls = new ArrayList<>();
    private boolean gone;

    private final Connection connection = (Connection) Proxy.newProxyInstance(
            DatabaseTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                calls.add(method.getName());
                if (gone && !method.getName().equals("close")) {
                    throw new SQLException("the connection is gone");
                }
                return null;
            });

    @Test
    void rollsBackWhateverIsThrown() {
        assertThatThrownBy(() -> Database.complete(connection, unused -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(calls).containsExactly("rollback", "close");
    }

    @Test
    void tellsWhatWentWrongFirstWhenItCannotRollBack() {
        gone = true;
        assertThatThrownBy(() -> Database.complete(connection, unused -> {
                    throw new IllegalStateException("first");
                }))
                .hasMessage("first");
        assertThat(calls).containsExactly("rollback", "close");
    }

    @Test
    void commitsWhatIsDone() {
        assertThat(Database.<String>complete(connection, unused -> "done")).isEqualTo("done");
        assertThat(calls).containsExactly("commit", "close");
    }
}
