package insights.export.ortto;

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

    void profile(int number, Map<String, Object> attributes, UUID segment) {
        profiles.add(id(number));
        neighbours.profile(id(number), Instant.EPOCH, attributes, segment);
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
}
