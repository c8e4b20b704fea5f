package insights.export;

import static insights.common.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.LogTap;
import insights.export.testing.Metrics;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import insights.export.testing.Spans;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No address, name or key is in a log, a metric, a trace or the database, whatever goes wrong (D5). */
@QuarkusTest
class PrivacyTest {

    /** Nobody else has it: where it turns up, this test put it there. */
    private final String mark = "zq" + UUID.randomUUID().toString().substring(0, 8);

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID segment = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    AgroalDataSource database;

    @Inject
    Spans spans;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void nothingPersonalIsLeftAnywhereWhateverGoesWrong(String audienceMode) throws Exception {
        UUID connection = neighbours.connection(autopilot, 1_000);
        people();
        String export = create(connection, audienceMode);
        spans.listen();
        List<String> log;
        try (LogTap tap = new LogTap()) {
            refused();
            String first = Api.run(export).getString("id");
            autopilot.clearFaults();
            broken();
            neighbours.removeProfile(prefix + "1");
            people();
            Api.until(export, Api.start(export, true).path("id"), status -> status.startsWith("FAILED"));
            autopilot.clearFaults();
            Api.as("contributor").get("/exports/" + export + "/runs/" + first + "/rejections.csv");
            Api.as("viewer").get("/exports?q=" + mark + "@example.com");
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () -> Api.as("viewer")
                                    .get("/exports/" + export + "/runs")
                                    .jsonPath()
                                    .getList("items.status")
                                    .stream()
                                    .allMatch(status -> List.of("SUCCESSFUL", "COMPLETED_WITH_WARNINGS")
                                            .contains(status)));
            log = tap.lines();
        }
        assertThat(autopilot.contacts().toString()).as("it did go through here").contains(mark);

        Map<String, List<String>> places = new HashMap<>();
        places.put("log", log);
        places.put("metrics", new Metrics(metrics).toString().lines().toList());
        places.put("spans", spans.finished().stream().map(Object::toString).toList());
        spans.close();
        places.put("database", dump());
        assertThat(places.get("log")).as("is looked at").anyMatch(line -> line.contains(export));
        assertThat(places.get("log"))
                .as("nobody said where to send traces")
                .noneMatch(line -> line.contains("Failed to export"));
        assertThat(places.get("metrics")).anyMatch(line -> line.contains(connection.toString()));
        assertThat(places.get("spans")).anyMatch(line -> line.contains(export));
        assertThat(places.get("database")).anyMatch(line -> line.contains(prefix + "2"));
        List<String> contactIds = autopilot.contacts().values().stream()
                .map(contact -> (String) contact.get("contact_id"))
                .toList();
        places.forEach((place, lines) -> {
            assertThat(containing(lines, List.of(mark, autopilot.key())))
                    .as(place)
                    .isEmpty();
            if (!place.equals("database")) {
                assertThat(containing(lines, contactIds)).as(place).isEmpty();
            }
        });
    }

    @Test
    void theScanFindsWhatItLooksFor() {
        assertThat(containing(List.of("a", "to " + mark.toUpperCase(Locale.ROOT) + "@example.com"), List.of(mark)))
                .hasSize(1);
    }

    private void refused() {
        autopilot.fault(Map.of("effect", "REFUSE_EMAIL", "email", mark + "3@example.com"));
        autopilot.fault(Map.of("effect", "STATUS", "status", 429, "message", mark, "next", 1));
        autopilot.fault(Map.of("effect", "STATUS", "status", 503, "message", mark, "skip", 1, "next", 1));
        autopilot.fault(Map.of("effect", "NOT_JSON", "skip", 2, "next", 1));
        autopilot.fault(Map.of("effect", "TRUNCATED", "skip", 4, "next", 1));
        autopilot.fault(Map.of("effect", "HANG", "skip", 6, "next", 1));
    }

    private void broken() {
        autopilot.fault(Map.of("effect", "STATUS", "status", 500, "message", mark));
    }

    private void people() {
        String version = UUID.randomUUID().toString().substring(0, 4);
        IntStream.range(0, 6)
                .forEach(i -> neighbours.profile(
                        prefix + i,
                        Instant.EPOCH,
                        Map.of("email", mark + i + "@example.com", "first_name", mark + version, "points", 3),
                        segment));
        neighbours.profile(prefix + "x", Instant.EPOCH, Map.of("email", mark + " is no address"), segment);
        neighbours.profile(
                prefix + "y",
                Instant.EPOCH,
                Map.of("email", mark + "y@example.com", "points", mark + " is no number"),
                segment);
    }

    private String create(UUID connection, String audienceMode) {
        Map<String, Object> request = Api.request(connection, segment);
        request.put("audienceMode", audienceMode);
        return Api.create(request);
    }

    private List<String> dump() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String table : column(
                    connection, "select table_name from information_schema.tables where table_schema = 'public'")) {
                rows.addAll(column(connection, "select t::text from " + table + " t"));
            }
        }
        return rows;
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    private static List<String> containing(List<String> lines, List<String> words) {
        return lines.stream()
                .filter(line -> words.stream()
                        .anyMatch(word -> line.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))))
                .flatMap(line -> Stream.of(line.substring(0, Math.min(line.length(), 2_000))))
                .toList();
    }
}
