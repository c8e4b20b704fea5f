package insights.destination;

import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static insights.common.testing.PackagedService.STARTED;
import static insights.common.testing.Patience.await;
import static insights.destination.Api.anyVersion;
import static insights.destination.Api.as;
import static insights.destination.Api.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.OidcResource;
import insights.common.testing.PackagedService;
import insights.destination.connection.AutopilotAnswers;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of connections when the packaged service is started again: as it was, or with a newer consent text. */
@Tag("process")
class RestartIT {

    private static final Path SECOND_TEXT = Path.of("src/test/resources/added-consent-texts/2");

    private final DestinationDatabase database = new DestinationDatabase();
    private final OidcResource provider = new OidcResource();
    private final Neighbours neighbours = new Neighbours();
    private final Map<String, String> config = new HashMap<>();
    private final int port = RestAssured.port;

    @TempDir
    Path texts;

    @BeforeEach
    void startSurroundings() {
        config.putAll(database.start());
        config.putAll(provider.start());
        config.putAll(neighbours.start());
        AutopilotAnswers.acceptAllKeys();
    }

    @AfterEach
    void stopSurroundings() {
        RestAssured.port = port;
        neighbours.stop();
        provider.stop();
        database.stop();
    }

    @Test
    void sendsWhatExportServiceWasNotToldBefore() {
        String id;
        try (PackagedService service = start()) {
            id = connected(service);
            Neighbours.wireMock().register(closed(id).willReturn(serverError()));
            anyVersion("admin").delete("/connections/" + id + "/consent").then().statusCode(200);
        }
        assertThat(Database.count("notice", "connection_id", id)).isEqualTo(1);
        Neighbours.wireMock().register(closed(id).willReturn(noContent()));
        try (PackagedService service = start()) {
            service.url();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(Database.count("notice", "connection_id", id))
                            .isZero());
        }
    }

    @Test
    void consentsToAnOlderTextHoldUntilTheNewerOneIsAgreedTo() throws IOException {
        String id;
        try (PackagedService service = start()) {
            id = connected(service);
            read(id).body("consentOutdated", equalTo(false));
        }
        publishTheSecondText();
        try (PackagedService service = start()) {
            at(service);
            as("admin").get("/consent-texts/current?lang=it").then().body("version", equalTo(2));
            read(id).body("status", equalTo("CONNECTED"))
                    .body("consent.textVersion", equalTo(1))
                    .body("consentOutdated", equalTo(true));
            as("export-service")
                    .get("/internal/connections/" + id + "/api-key")
                    .then()
                    .statusCode(200);
            agree(id, 1).statusCode(422).body("type", endsWith(":consent-outdated"));
            agree(id, 2).statusCode(200).body("consentOutdated", equalTo(false));
            as("admin")
                    .get("/connections/" + id + "/consent-records")
                    .then()
                    .body("items.textVersion", contains(2, 1))
                    .body("items[0].textSha256", equalTo(sha256(2)))
                    .body("items[1].textSha256", equalTo(sha256(1)));
        }
        Files.writeString(texts.resolve("2/it.txt"), "Another title\n\nAnother text.\n");
        try (PackagedService service = start()) {
            assertThat(service.until(STARTED))
                    .contains("Consent text 2 in it is not the one that was agreed to")
                    .doesNotContain(STARTED);
        }
    }

    @Test
    void refusesACurrentTextThatLacksALanguage() throws IOException {
        publishTheSecondText();
        Files.delete(texts.resolve("2/es.txt"));
        try (PackagedService service = start()) {
            assertThat(service.until(STARTED))
                    .contains("Consent text 2 has no wording in es")
                    .doesNotContain(STARTED);
        }
    }

    /** As docs/operations.md tells it. */
    @Test
    void aLostMasterKeyCostsTheApiKeysAndNothingElse() {
        String id;
        try (PackagedService service = start()) {
            id = connected(service);
        }
        config.keySet().removeIf(name -> name.startsWith("insights.keys."));
        config.put("insights.keys.master-keys.3", "YSBuZXcgbWFzdGVyIGtleSBhZnRlciBpdCB3YXMgbG8=");
        config.put("insights.keys.current", "3");
        try (PackagedService service = start()) {
            assertThat(service.until(STARTED))
                    .contains("There is no master key of version 2, which the database still needs")
                    .doesNotContain(STARTED);
        }
        Database.update("delete from api_key");
        Database.update("delete from fingerprint_key");
        Database.update("update connection set key_hint = null, version = version + 1,"
                + " status = case when consent_at is null then status else 'DRAFT' end");
        try (PackagedService service = start()) {
            at(service);
            read(id).body("status", equalTo("DRAFT")).body("consent.textVersion", equalTo(1));
            anyVersion("admin")
                    .body(Map.of("apiKey", Api.newKey()))
                    .put("/connections/" + id + "/api-key")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("CONNECTED"))
                    .body("exportUser.name", equalTo("admin"));
        }
    }

    private PackagedService start() {
        return PackagedService.start(config);
    }

    private static void at(PackagedService service) {
        RestAssured.port = Integer.parseInt(service.url().replaceAll(".*:", ""));
    }

    /** Makes a connection that runs may use. */
    private static String connected(PackagedService service) {
        at(service);
        String id = Api.connected();
        anyVersion("admin").put("/connections/" + id + "/export-user").then().statusCode(200);
        return id;
    }

    private void publishTheSecondText() throws IOException {
        Files.createDirectory(texts.resolve("2"));
        for (String language : new String[] {"en.txt", "it.txt", "es.txt"}) {
            Files.copy(SECOND_TEXT.resolve(language), texts.resolve("2").resolve(language));
        }
        config.put("insights.consent.folder", texts.toString());
        config.put("insights.consent.current-version", "2");
    }

    private static io.restassured.response.ValidatableResponse agree(String id, int version) {
        return anyVersion("admin")
                .body(Map.of("textVersion", version, "language", "it", "agreed", true))
                .post("/connections/" + id + "/consent")
                .then();
    }

    private static String sha256(int version) {
        return as("admin").get("/consent-texts/" + version + "?lang=it").path("sha256");
    }

    private static com.github.tomakehurst.wiremock.client.MappingBuilder closed(String id) {
        return post(urlEqualTo("/export-service/internal/connections/" + id + "/closed"));
    }
}
