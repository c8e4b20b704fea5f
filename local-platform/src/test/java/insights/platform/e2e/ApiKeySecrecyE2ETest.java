package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.postgres.Postgres;
import insights.platform.services.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The API keys that all tests gave to the services are in no log (which they write at level DEBUG), no answer, no
 * metric, and in no database but encrypted. Each search also looks for something that it must find.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiKeySecrecyE2ETest {

    private static final String REFUSED_KEY = "5ec2e7c0de5ec2e7c0de5ec2e7c0de00";
    private static final String CONNECTION = "Well kept secret";

    private final List<String> keys = new ArrayList<>();
    private Workbench workbench;

    @BeforeAll
    void useSomeKeys(Workbench shared) {
        workbench = shared;
        String key = workbench.newAccount(100);
        workbench.job().connect(CONNECTION, key, 100);
        String connection = workbench
                .as("admin")
                .get("/connections?q=Well")
                .json()
                .at("/items/0/id")
                .textValue();
        workbench.as("admin").post("/connections/" + connection + "/test").succeeded();
        workbench.as("admin").put("/connections/" + connection + "/api-key", Map.of("apiKey", REFUSED_KEY));
        keys.addAll(workbench.apiKeys());
        keys.add(REFUSED_KEY);
    }

    @Test
    void isInNoLog() throws IOException {
        try (Stream<Path> logs = Files.list(workbench.platform().logs())) {
            List<Path> ofServices =
                    logs.filter(log -> !log.endsWith("sandbox.log")).toList();
            assertThat(ofServices).hasSizeGreaterThanOrEqualTo(6);
            for (Path log : ofServices) {
                assertHoldsNoKey(log.toString(), Files.readString(log, StandardCharsets.ISO_8859_1));
            }
            assertThat(workbench.platform().logs().resolve("destination-service.log"))
                    .content()
                    .contains(" DEBUG ");
        }
    }

    @Test
    void isInNoAnswer() {
        List<Answer> answers = workbench.answers();

        assertThat(answers).anyMatch(answer -> answer.body().contains("api-key-refused"));
        answers.forEach(
                answer -> assertHoldsNoKey(answer.request(), answer.headers().map() + answer.body()));
    }

    @ParameterizedTest
    @EnumSource
    void isInNoMetric(Service service) {
        String metrics = ApiClient.withHeader(
                        workbench.platform().ports().url(service.management()), "Accept", "text/plain")
                .get("/q/metrics")
                .succeeded()
                .body();

        assertThat(metrics).contains("http_server_requests");
        assertHoldsNoKey("metrics", metrics);
    }

    @ParameterizedTest
    @EnumSource
    void isInNoTable(Service service) throws SQLException {
        StringBuilder everything = new StringBuilder();
        try (Connection connection =
                workbench.platform().postgres().connect(service.database().name())) {
            for (String table : tables(connection)) {
                everything.append(rows(connection, table));
            }
        }

        assertThat(everything).contains("flyway").hasSizeGreaterThan(1000);
        assertHoldsNoKey(service.title(), everything.toString());
    }

    @Test
    void isInNoFileOfTheDatabases() throws IOException, SQLException {
        Postgres postgres = workbench.platform().postgres();
        try (Connection connection = postgres.connect("postgres");
                Statement sql = connection.createStatement()) {
            sql.execute("checkpoint");
        }
        boolean connectionFound = false;
        try (Stream<Path> files = Files.walk(postgres.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = content(file);
                connectionFound |= content.contains(CONNECTION);
                assertHoldsNoKey(file.toString(), content);
            }
        }
        assertThat(connectionFound)
                .as("the name of the connection is found where the key is not")
                .isTrue();
    }

    private void assertHoldsNoKey(String where, String content) {
        for (String key : keys) {
            String encoded = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
            assertThat(content.contains(key)).as("API key %s in %s", key, where).isFalse();
            assertThat(content.contains(encoded))
                    .as("API key %s in Base64 in %s", key, where)
                    .isFalse();
        }
    }

    private static String content(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException removedMeanwhile) {
            return "";
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return column(connection, """
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""");
    }

    private static String rows(Connection connection, String table) throws SQLException {
        return table + String.join("\n", column(connection, "select t::text from " + table + " t"));
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
