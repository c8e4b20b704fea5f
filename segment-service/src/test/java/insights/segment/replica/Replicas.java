package insights.segment.replica;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import insights.common.testing.OidcResource;
import insights.common.testing.PostgresResource;
import insights.common.testing.TwoRoleDatabase;
import insights.segment.SegmentDatabase;
import insights.segment.SegmentService;
import insights.segment.ServiceProcess;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Processes of the packaged service on one database, and what they need besides. */
final class Replicas implements AutoCloseable {

    private static final String SIGNING = "insights.test.oidc.";
    private static final Path LOGS = Path.of("target/replicas");

    private final Properties signing = new Properties();
    private final OidcResource oidc = new OidcResource();
    private final WireMockServer exportService = new WireMockServer(
            WireMockConfiguration.options().bindAddress("localhost").dynamicPort());
    private final EmbeddedPostgres postgres;
    private final Map<String, String> configuration;
    private final List<Path> logs = new ArrayList<>();
    private int started;

    Replicas() throws IOException {
        // Other tests sign their tokens with a key of their own, before and after.
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(SIGNING))
                .forEach(name -> signing.setProperty(name, System.getProperty(name)));
        postgres = PostgresResource.server();
        exportService.start();
        exportService.stubFor(WireMock.any(urlPathMatching("/internal/.*")).willReturn(okJson("{\"items\":[]}")));
        acknowledge(202);
        configuration = new HashMap<>(oidc.start());
        configuration.putAll(TwoRoleDatabase.make(postgres.getJdbcUrl("postgres", "postgres"), SegmentDatabase.NAME));
        configuration.put("quarkus.rest-client.export-service.url", exportService.baseUrl());
        configuration.put("insights.erasure.key", "not-a-secret-only-for-this-run-of-the-tests");
        for (String poll : List.of("announcement", "refresh", "import", "schedule", "metrics")) {
            configuration.put("insights." + poll + ".poll", "0.2s");
        }
    }

    /** That process, or another one when it was killed or never was. @param known may be null */
    ServiceProcess alive(ServiceProcess known) throws IOException, InterruptedException {
        if (known != null && known.isAlive()) {
            return known;
        }
        Path log = Files.createDirectories(LOGS).resolve(++started + ".log");
        logs.add(log);
        return ServiceProcess.start(configuration, log, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    /** How often all of them have said something. */
    long said(String what) throws IOException {
        long lines = 0;
        for (Path log : logs) {
            lines += Files.readAllLines(log).stream()
                    .filter(line -> line.contains(what))
                    .count();
        }
        return lines;
    }

    /** What export-service answers from now on. */
    void acknowledge(int status) {
        exportService.stubFor(
                WireMock.post("/hooks/refresh-completed").willReturn(aResponse().withStatus(status)));
    }

    WireMockServer exportService() {
        return exportService;
    }

    /** A connection on which a transaction has begun. */
    Connection begin() throws SQLException {
        Connection connection =
                postgres.getDatabase("postgres", SegmentDatabase.NAME).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection =
                        postgres.getDatabase("postgres", SegmentDatabase.NAME).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Response get(ServiceProcess service, String path) {
        return SegmentService.as("admin").get(service.address() + path);
    }

    static Response post(ServiceProcess service, String path, String type, String body) {
        return SegmentService.as("admin").contentType(type).body(body).post(service.address() + path);
    }

    @Override
    public void close() throws IOException {
        exportService.stop();
        oidc.stop();
        postgres.close();
        signing.forEach((name, value) -> System.setProperty((String) name, (String) value));
    }
}
