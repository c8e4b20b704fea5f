package insights.destination.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.destination.Api;
import insights.destination.connection.AutopilotAnswers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service's own database role can do to history: nothing. */
@QuarkusTest
class AppendOnlyTest {

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set by_name = 'nobody'",
                "delete from audit_event",
                "truncate audit_event",
                "drop table audit_event",
                "update consent_record set action = 'AGREED'",
                "delete from consent_record",
                "truncate consent_record",
                "alter table consent_record owner to destination_service",
                "set role destination_owner"
            })
    void theServiceCannotRewriteHistory(String statement) {
        AutopilotAnswers.acceptAllKeys();
        Api.connected();
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> org.assertj.core.api.Assertions.assertThat(e.getSQLState())
                                .isEqualTo("42501"));
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
