package insights.export.audience;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever segments are called, each has a list or a field of its own. */
@QuarkusTest
class SegmentNamesTest {

    private static final List<String> NAMES = List.of(
            "VIP",
            "vip",
            "VIP (2)",
            "A - B",
            "A--B",
            "A / B",
            "50 %",
            "Citt\u00e0",
            "Citta\u0300",
            "\u65e5\u672c",
            "\ud83c\udf89 Party",
            "x".repeat(100),
            "-",
            "--",
            "a:b",
            "boolean--VIP");

    /** Case Y20. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void eachHasItsOwn(String mode) {
        Sandbox autopilot = new Sandbox();
        UUID connection = Neighbours.get().connection(autopilot, 1_000);
        UUID[] segments = Stream.concat(NAMES.stream(), Stream.of("VIP", "VIP"))
                .map(Neighbours.get()::segment)
                .toArray(UUID[]::new);
        String person = UUID.randomUUID().toString();
        Neighbours.get()
                .profile(
                        person,
                        Instant.EPOCH,
                        Map.of("email", "ann@example.com", "first_name", "Ann", "points", 1),
                        segments);
        Map<String, Object> request = Api.request(connection, segments);
        request.put("audienceMode", mode);
        request.put("dataMatching", List.of(Map.of("target", "Email", "field", "email")));

        assertThat(Api.run(Api.create(request)).getString("status")).isEqualTo("SUCCESSFUL");

        Map<String, Object> ann = autopilot.contacts().get("ann@example.com");
        assertThat((List<?>) ann.get(mode.equals("LIST") ? "lists" : "custom_fields"))
                .hasSize(segments.length);
        Neighbours.get().removeProfile(person);
    }
}
