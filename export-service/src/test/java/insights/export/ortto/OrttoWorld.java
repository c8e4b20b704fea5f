package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OrttoSandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** An account at Ortto, a connection to it and people, each test with its own. */
abstract class OrttoWorld {

    final Neighbours neighbours = Neighbours.get();
    final OrttoSandbox ortto = new OrttoSandbox();
    final UUID customers = neighbours.segment("Customers");
    private final UUID connection = ortto.connect(1_000);
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final List<String> profiles = new ArrayList<>();

    @AfterEach
    void leaveAsFound() {
        profiles.forEach(neighbours::removeProfile);
    }

    /** @param quirk of the account; {@code none} for none */
    void play(String quirk) {
        if (!quirk.equals("none")) {
            ortto.account().configure(Map.of("quirks", Map.of(quirk, true)));
        }
    }

    String id(int number) {
        return prefix + "%05d".formatted(number);
    }

    void profile(int number, Map<String, Object> attributes, UUID... segments) {
        profiles.add(id(number));
        neighbours.profile(id(number), Instant.EPOCH, attributes, segments);
    }

    /** One that fills a field beside the address. */
    String export(UUID segment, String target, String field) {
        Map<String, Object> request = new HashMap<>(Api.request(connection, segment));
        request.put(
                "dataMatching",
                List.of(Map.of("target", "str::email", "field", "email"), Map.of("target", target, "field", field)));
        return Api.create(request);
    }

    static Json run(String export) {
        return Api.end(
                export, Api.start(export, true).then().statusCode(202).extract().path("id"));
    }

    /** An export that has delivered people. */
    String delivered(String... emails) {
        for (int i = 0; i < emails.length; i++) {
            profile(i, emails[i], "Name", customers);
        }
        String export = export(customers);
        run(export);
        assertThat(ortto.tagged("Customers")).containsExactly(emails);
        return export;
    }

    String export(UUID segment) {
        return export(segment, "str::first", "first_name");
    }

    void profile(int number, String email, String name, UUID segment) {
        profile(number, Map.of("email", email, "first_name", name), segment);
    }

    /** How many requests a run would make. */
    static long previewed(String export) {
        return Api.as("contributor")
                .post("/exports/" + export + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("requests");
    }

    void changeThere(String email, Map<String, Object> fields) {
        Map<String, Object> changed = new HashMap<>(fields);
        changed.put("str::person_id", ortto.people().get(email).get("id"));
        ortto.asSomebodyElse(
                "/person/merge",
                Map.of("people", List.of(Map.of("fields", changed)), "merge_by", List.of("str::person_id")));
    }

    void deleteThere(String email) {
        ortto.delete((String) ortto.people().get(email).get("id"));
    }
}
