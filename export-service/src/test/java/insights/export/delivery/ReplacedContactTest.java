package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody changes the address of a contact at the destination, which makes a second one when the person is sent again. */
@QuarkusTest
class ReplacedContactTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    /** Case E11. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void theFirstIsTakenOffInTheSameRun(String mode) {
        String export = delivered(mode);

        Api.run(export);

        assertThat(audience(mode)).isEqualTo(Set.of("ana@example.com", "bea@example.com"));
        autopilot.clearCounters();
        Api.run(export);
        assertThat(autopilot.totalRequests()).as("nothing is left to do").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoOptsOutIsTakenOffBoth(String mode) {
        String export = delivered(mode);
        Api.run(export);

        neighbours.optOut(prefix + "ana");
        Api.run(export);

        assertThat(audience(mode)).isEqualTo(Set.of("bea@example.com"));
    }

    /** Ana has another address there, and another name here. */
    private String delivered(String mode) {
        person("ana", "Ana");
        person("bea", "Bea");
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put("audienceMode", mode);
        String export = Api.create(request);
        Api.run(export);
        autopilot.asSomebodyElse(
                "POST",
                "/contact",
                Map.of("contact", Map.of("Email", "ana@example.com", "_NewEmail", "private@example.net")));
        assertThat(audience(mode)).contains("private@example.net");
        person("ana", "Anna");
        return export;
    }

    private void person(String name, String firstName) {
        neighbours.profile(
                prefix + name,
                Instant.EPOCH,
                Map.of("email", name + "@example.com", "first_name", firstName, "points", 1),
                customers);
    }

    private Set<String> audience(String mode) {
        if (mode.equals("LIST")) {
            return autopilot.memberships().get("Customers");
        }
        Set<String> flagged = new TreeSet<>();
        autopilot.contacts().forEach((email, contact) -> {
            if (contact.get("custom_fields") instanceof List<?> fields
                    && fields.stream()
                            .map(Map.class::cast)
                            .anyMatch(field ->
                                    "Customers".equals(field.get("kind")) && Boolean.TRUE.equals(field.get("value")))) {
                flagged.add(email);
            }
        });
        return flagged;
    }
}
