package insights.sandbox.autopilot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.json.Json;
import insights.sandbox.testing.Sandbox;
import insights.sandbox.testing.SandboxResource;
import insights.sandbox.testing.TestAccount;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A client of Autopilot's API that others wrote: the npm package autopilot-api, as it is. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class NpmClientTest {

    private static final String PACKAGE = "autopilot-api@2.2.0";
    private static final Path FOLDER = Path.of("target", "npm").toAbsolutePath();

    private final TestAccount account = Sandbox.account();

    @Test
    void canCallEverythingItOffers() throws Exception {
        install();
        String segment = account.control(
                        "POST", "/segments", "{\"title\":\"Bobs\",\"field\":\"FirstName\",\"value\":\"Bob\"}")
                .text("segment_id");

        JsonNode results = Json.parse(run(
                        Map.of(
                                "API_KEY",
                                account.key(),
                                "ENDPOINT",
                                "http://127.0.0.1:" + Sandbox.apiPort() + "/v1/",
                                "SEGMENT",
                                segment,
                                "HOOK_URL",
                                "http://127.0.0.1:1/tracking"),
                        "node",
                        "every-call.cjs")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(statuses(results)).isEqualTo("""
                        contacts.upsert one 200
                        contacts.upsert many 200
                        contacts.get by email 200
                        contacts.get by id 200
                        contacts.get unknown 404
                        contacts.list 200
                        contacts.list next 200
                        contacts.unsubscribe 200
                        contacts.fields 200
                        lists.insert 200
                        lists.list 200
                        lists.has before 404
                        lists.add 200
                        lists.has 200
                        lists.roster 200
                        lists.remove 200
                        smartSegments.list 200
                        smartSegments.roster 200
                        journeys.list 200
                        journeys.add 200
                        account.get 200
                        restHooks.register 201
                        restHooks.list 200
                        restHooks.unregister 200
                        restHooks.deleteAll 200
                        contacts.delete 204
                        with a callback 200
                        with a callback, refused 404
                        """);
        assertThat(data(results, "contacts.upsert many").path("contact_ids")).hasSize(100);
        assertThat(data(results, "contacts.get by email")).isEqualTo(data(results, "contacts.get by id"));
        assertThat(data(results, "contacts.get by id").path("LastName").asText())
                .isEqualTo("Barker");
        assertThat(data(results, "contacts.list").path("contacts")).hasSize(100);
        assertThat(data(results, "contacts.list next").path("contacts")).hasSize(1);
        assertThat(data(results, "contacts.list next").path("total_contacts").asInt())
                .isEqualTo(101);
        assertThat(data(results, "contacts.fields").at("/0/name").asText()).isEqualTo("Show");
        assertThat(data(results, "lists.list").at("/lists/0/title").asText()).isEqualTo("Animal Rights Supporters");
        assertThat(data(results, "lists.roster").path("total_contacts").asInt()).isOne();
        assertThat(data(results, "smartSegments.list")
                        .at("/segments/0/segment_id")
                        .asText())
                .isEqualTo(segment);
        assertThat(data(results, "smartSegments.roster")
                        .at("/contacts/0/FirstName")
                        .asText())
                .isEqualTo("Bob");
        assertThat(data(results, "restHooks.list").at("/hooks/0/event").asText())
                .isEqualTo("contact_added");
        assertThat(data(results, "with a callback, refused").asText()).isEqualTo("404");
        assertThat(account.counters().path("contacts").asInt()).isEqualTo(100);
    }

    /** Into the build folder, by its name, from whatever registry npm is set up for. */
    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        Files.copy(
                Path.of("src", "test", "resources", "npm", "every-call.cjs"),
                FOLDER.resolve("every-call.cjs"),
                StandardCopyOption.REPLACE_EXISTING);
        if (fails("node", "--version") || fails("npm", "--version")) {
            abort("Skipped: there is no Node on this machine to run the npm package " + PACKAGE + " with.");
        }
        if (!Files.exists(FOLDER.resolve("node_modules/autopilot-api"))
                && fails("npm", "install", "--no-package-lock", "--no-save", "--no-audit", "--no-fund", PACKAGE)) {
            abort("Skipped: npm could not install " + PACKAGE + "; what it says is above.");
        }
    }

    private static boolean fails(String... command) throws InterruptedException {
        try {
            return start(Map.of(), command).waitFor() != 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Process process = start(environment, command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Process start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static JsonNode data(JsonNode results, String call) {
        return results.path(call).path("data");
    }

    private static String statuses(JsonNode results) {
        StringBuilder statuses = new StringBuilder();
        results.properties().forEach(result -> statuses.append(result.getKey())
                .append(' ')
                .append(result.getValue().path("status").asInt())
                .append('\n'));
        return statuses.toString();
    }
}
