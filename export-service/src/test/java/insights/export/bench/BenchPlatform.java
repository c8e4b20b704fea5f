package insights.export.bench;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.testing.OidcResource;
import insights.common.testing.Tokens;
import insights.export.testing.ExportDatabase;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The packaged export-service in a heap of 256 MiB, the packaged sandbox, PostgreSQL, and a crowd of made-up people. */
final class BenchPlatform implements AutoCloseable {

    private final OidcResource oidc = new OidcResource();
    private final ExportDatabase database = new ExportDatabase();
    private final JavaProcess sandbox;
    private final JavaProcess service;
    private final String api;
    private final String control;
    private final String address;
    private String token;
    private Instant signedAt = Instant.EPOCH;
    private final Path gcLog;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    final Crowd crowd = new Crowd();

    BenchPlatform(Path files) throws IOException, InterruptedException {
        Map<String, String> configuration = new HashMap<>(oidc.start());
        configuration.putAll(database.start());
        int apiPort = JavaProcess.freePort();
        int controlPort = JavaProcess.freePort();
        api = "http://localhost:" + apiPort + "/v1";
        control = "http://localhost:" + controlPort + "/control";
        sandbox = JavaProcess.start(
                Path.of("../sandbox/target/quarkus-app/quarkus-run.jar"),
                List.of("-Xmx1g"),
                Map.of("quarkus.http.port", "" + apiPort, "sandbox.control.port", "" + controlPort),
                files.resolve("sandbox.log"),
                URI.create(control + "/health"));
        int port = JavaProcess.freePort();
        int management = JavaProcess.freePort();
        address = "http://localhost:" + port;
        gcLog = files.resolve("gc.log");
        configuration.putAll(Map.of(
                "quarkus.http.port",
                "" + port,
                "quarkus.management.port",
                "" + management,
                "quarkus.rest-client.destination-service.url",
                crowd.address(),
                "quarkus.rest-client.segment-service.url",
                crowd.address(),
                "insights.ledger.key",
                "not-a-secret-only-for-this-run-of-the-bench",
                "insights.exports.max-profiles",
                "2000000"));
        service = JavaProcess.start(
                Path.of("target/quarkus-app/quarkus-run.jar"),
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-Xlog:gc:file=" + gcLog),
                configuration,
                files.resolve("service.log"),
                URI.create("http://localhost:" + management + "/q/health/ready"));
    }

    /** A new account at the stand-in for Autopilot. */
    String account(int ratePerSecond) {
        return account("AUTOPILOT", ratePerSecond);
    }

    /** A new account at the sandbox. */
    String account(String type, int ratePerSecond) {
        String key = UUID.randomUUID().toString().replace("-", "");
        given().contentType(ContentType.JSON)
                .body(Map.of("api", type, "apiKey", key, "ratePerSecond", ratePerSecond))
                .post(control + "/accounts")
                .then()
                .statusCode(201);
        return key;
    }

    /** Turns a quirk of an account on. */
    void quirk(String key, String quirk) {
        given().contentType(ContentType.JSON)
                .body(Map.of("quirks", Map.of(quirk, true)))
                .patch(control + "/accounts/" + key)
                .then()
                .statusCode(200);
    }

    /** Makes Autopilot wait before each answer. */
    void answerAfter(String key, int millis) {
        if (millis > 0) {
            given().contentType(ContentType.JSON)
                    .body(Map.of("effect", "LATE", "delayMillis", millis))
                    .post(control + "/accounts/" + key + "/faults")
                    .then()
                    .statusCode(201);
        }
    }

    /** Makes Autopilot refuse everything for a time that begins later; asked for before {@link #answerAfter}. */
    void throttle(String key, int afterSeconds, int seconds) {
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "effect",
                        "STATUS",
                        "status",
                        429,
                        "fromMillis",
                        afterSeconds * 1_000,
                        "forMillis",
                        seconds * 1_000))
                .post(control + "/accounts/" + key + "/faults")
                .then()
                .statusCode(201);
    }

    /** Or else the accounts of earlier rounds fill the sandbox's memory. */
    void forget(String key) {
        given().delete(control + "/accounts/" + key).then().statusCode(204);
    }

    JsonPath counters(String key) {
        return given().get(control + "/accounts/" + key + "/counters").jsonPath();
    }

    void clearCounters(String key) {
        given().delete(control + "/accounts/" + key + "/counters").then().statusCode(204);
    }

    String api() {
        return api;
    }

    /** An export to Autopilot at a connection of its own. */
    String export(String key, double rate, String mode, UUID... segments) {
        return export(
                crowd.connection("AUTOPILOT", api, key, rate),
                mode,
                Map.of("Email", "email", "FirstName", "first_name", "integer--Points", "points"),
                segments);
    }

    /** An export to Ortto at a connection of its own. */
    String tagging(String key, double rate, UUID... segments) {
        return export(
                crowd.connection("ORTTO", api, key, rate),
                "TAG",
                Map.of("str::email", "email", "str::first", "first_name"),
                segments);
    }

    private String export(UUID connection, String mode, Map<String, String> fieldByTarget, UUID... segments) {
        return service()
                .body(Map.of(
                        "displayName",
                        "Bench " + UUID.randomUUID(),
                        "connectionId",
                        connection,
                        "segmentIds",
                        List.of(segments),
                        "audienceMode",
                        mode,
                        "dataMatching",
                        fieldByTarget.entrySet().stream()
                                .map(line -> Map.of("target", line.getKey(), "field", line.getValue()))
                                .toList()))
                .post(address + "/exports")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String start(String export) {
        return service()
                .post(address + "/exports/" + export + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    void cancel(String export, String run) {
        service()
                .post(address + "/exports/" + export + "/runs/" + run + "/cancel")
                .then()
                .statusCode(200);
    }

    JsonPath run(String export, String run) {
        return service().get(address + "/exports/" + export + "/runs/" + run).jsonPath();
    }

    /** Runs it to its end. It is asked about by other means than the rest, which cost as much as some requests. */
    JsonPath run(String export) throws IOException, InterruptedException {
        String id = start(export);
        HttpRequest question = HttpRequest.newBuilder(URI.create(address + "/exports/" + export + "/runs/" + id))
                .header("Authorization", "Bearer " + token)
                .build();
        while (true) {
            String answer = http.send(question, BodyHandlers.ofString()).body();
            String status = json.readTree(answer).path("status").asText();
            switch (status) {
                case "QUEUED", "PROCESSING" -> TimeUnit.MILLISECONDS.sleep(200);
                case "SUCCESSFUL" -> {
                    return JsonPath.from(answer);
                }
                default -> throw new IllegalStateException(answer);
            }
        }
    }

    /** The most that was in use after a collection since the log had so many lines, in KiB. */
    long heapInUse(int since) throws IOException {
        return Files.readAllLines(gcLog).stream()
                .skip(since)
                .filter(line -> line.contains("->"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*->(\\d+)M\\(.*", "$1")))
                .max()
                .orElseThrow();
    }

    int gcLogLines() throws IOException {
        return Files.readAllLines(gcLog).size();
    }

    /** Signing takes as long as some requests, so it is done rarely. */
    private RequestSpecification service() {
        if (signedAt.isBefore(Instant.now().minusSeconds(120))) {
            signedAt = Instant.now();
            token = Tokens.token("admin");
        }
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    @Override
    public void close() throws IOException {
        service.close();
        sandbox.close();
        http.close();
        crowd.close();
        database.stop();
        oidc.stop();
    }
}
