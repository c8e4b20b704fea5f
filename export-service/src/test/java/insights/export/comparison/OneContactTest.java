package insights.export.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is one contact, whoever has it (E6). */
@QuarkusTest
class OneContactTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 10_000);
    private final UUID vip = neighbours.segment("Vip");
    private final UUID newsletter = neighbours.segment("Newsletter");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();
    private int clock;

    @AfterEach
    void leaveAsFound() {
        people.forEach(neighbours::removeProfile);
    }

    /** Case E14. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void aContactIsInTheSegmentsOfAllItsProfilesAndItsNameDoesNotFlip(String mode) {
        person("f1", "fam@example.com", "Ann", vip);
        person("f2", "Fam@example.com", "Bob", newsletter);
        String export = export(mode);
        Json run = Api.run(export);

        assertThat(audiences(mode)).isEqualTo(Map.of("fam@example.com", List.of("Newsletter", "Vip")));
        assertThat(name()).isEqualTo("Bob");
        assertThat(rejections(run)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("profileId", prefix + "f1")
                .containsEntry("reason", "DUPLICATE_EMAIL")
                .containsEntry("otherProfileId", prefix + "f2"));

        // The other one is the most recently updated now.
        person("f1", "fam@example.com", "Anna", vip);
        assertThat(Api.run(export).getInt("totals.requests")).isZero();

        // Who spoke for both leaves; the contact stays in the segment of the other.
        neighbours.removeProfile(prefix + "f2");
        Api.run(export);
        assertThat(audiences(mode)).isEqualTo(Map.of("fam@example.com", List.of("Vip")));
        assertThat(name()).isEqualTo("Anna");

        // And does not speak for both again.
        person("f2", "fam@example.com", "Bob", newsletter);
        Api.run(export);
        assertThat(audiences(mode)).isEqualTo(Map.of("fam@example.com", List.of("Newsletter", "Vip")));
        assertThat(name()).isEqualTo("Anna");
    }

    /** Case E13. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void anAddressThatMovesToAnotherProfileIsNotTakenOffAndPutOnAgain(String mode) {
        person("m1", "shared@example.com", "Ann", vip);
        String export = export(mode);
        Api.run(export);
        autopilot.configure(Map.of("logged", true));
        person("m1", "other@example.com", "Ann", vip);
        person("m2", "shared@example.com", "Ann", vip);

        Json run = Api.run(export);

        assertThat(audiences(mode))
                .isEqualTo(Map.of("other@example.com", List.of("Vip"), "shared@example.com", List.of("Vip")));
        assertThat(run.getInt("totals.membershipsLeft")).isZero();
        assertThat(autopilot.log())
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("POST"));
        assertThat(run.getInt("totals.membershipsJoined")).isEqualTo(mode.equals("LIST") ? 1 : 0);
        assertThat(Api.run(export).getInt("totals.requests")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void twoProfilesThatSwapTheirAddressesCostNoLeave(String mode) {
        person("s1", "one@example.com", "One", vip);
        person("s2", "two@example.com", "Two", vip, newsletter);
        String export = export(mode);
        Api.run(export);
        person("s1", "two@example.com", "Two", vip, newsletter);
        person("s2", "one@example.com", "One", vip);

        assertThat(Api.run(export).getInt("totals.requests")).isZero();

        neighbours.removeProfile(prefix + "s1");
        Api.run(export);
        assertThat(audiences(mode)).isEqualTo(Map.of("one@example.com", List.of("Vip")));
    }

    /** Case E11. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void aChangedAddressIsTakenOffAndTheNewOnePutOnInOneRun(String mode) {
        person("c1", "old@example.com", "Ann", vip);
        String export = export(mode);
        Api.run(export);
        person("c1", "new@example.com", "Ann", vip);
        Api.run(export);
        assertThat(audiences(mode)).isEqualTo(Map.of("new@example.com", List.of("Vip")));
    }

    /** Cases E04, E09. */
    @Test
    void looksOfLettersMakeNoTwins() {
        person("k1", "quack@example.com", "Quack", vip);
        person("k2", "quac\u212a@example.com", "Kelvin", vip);
        person("n1", "jos\u00e9@example.com", "Composed", vip);
        person("n2", "jose\u0301@example.com", "Decomposed", vip);
        person("i1", "info@b\u00fccher.example", "Unicode", vip);
        person("i2", "Info@xn--bcher-kva.example", "Ascii", vip);

        Json run = Api.run(export("LIST"));

        assertThat(autopilot.contacts())
                .containsOnlyKeys("quack@example.com", "jos\u00e9@example.com", "Info@xn--bcher-kva.example");
        assertThat(rejections(run))
                .extracting(line -> line.get("profileId").substring(prefix.length()) + " " + line.get("reason"))
                .containsExactlyInAnyOrder("k2 INVALID_EMAIL", "n1 DUPLICATE_EMAIL", "i1 DUPLICATE_EMAIL");
    }

    @Test
    void anErasedProfileLeavesAndTheOneWithTheSameAddressComes() {
        person("e1", "fam@example.com", "Ann", vip);
        person("e2", "fam@example.com", "Bob", newsletter);
        String export = export("LIST");
        Api.run(export);
        neighbours.removeProfile(prefix + "e2");
        Api.as("platform")
                .body(Map.of("profileIds", List.of(prefix + "e2")))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(202);
        Api.run(export);
        assertThat(audiences("LIST")).isEqualTo(Map.of("fam@example.com", List.of("Vip")));
    }

    private void person(String name, String email, String firstName, UUID... in) {
        people.add(prefix + name);
        neighbours.profile(
                prefix + name,
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(clock++),
                Map.of("email", email, "first_name", firstName, "points", 1),
                in);
    }

    private String export(String mode) {
        autopilot.configure(Map.of("quirks", Map.of("namesOverwritten", true)));
        Map<String, Object> request = Api.request(connection, vip, newsletter);
        request.put("audienceMode", mode);
        return Api.create(request);
    }

    private Object name() {
        return autopilot.contacts().values().iterator().next().get("FirstName");
    }

    /** Titles of audiences by address in lower case; without those that are in none. */
    private Map<String, List<String>> audiences(String mode) {
        Map<String, List<String>> audiences = new TreeMap<>();
        if (mode.equals("LIST")) {
            autopilot
                    .memberships()
                    .forEach((title, emails) -> emails.forEach(email -> audiences
                            .computeIfAbsent(email.toLowerCase(), key -> new ArrayList<>())
                            .add(title)));
            return audiences;
        }
        autopilot.contacts().forEach((email, contact) -> {
            List<String> in = contact.get("custom_fields") instanceof List<?> fields
                    ? fields.stream()
                            .map(Map.class::cast)
                            .filter(field -> Boolean.TRUE.equals(field.get("value")))
                            .map(field -> (String) field.get("kind"))
                            .sorted()
                            .toList()
                    : List.of();
            if (!in.isEmpty()) {
                audiences.put(email.toLowerCase(), in);
            }
        });
        return audiences;
    }

    private static List<Map<String, String>> rejections(Json run) {
        return Api.as("contributor")
                .get("/exports/" + run.getString("exportId") + "/runs/" + run.getString("id") + "/rejections")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }
}
