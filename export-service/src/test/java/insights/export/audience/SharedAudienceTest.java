package insights.export.audience;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two exports of one connection that have a segment in common, and so its list or field. */
@QuarkusTest
class SharedAudienceTest {

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID others = neighbours.segment("Others");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoLeftTheSegmentIsTakenOffByWhicheverExportRunsFirst(String mode) {
        people();
        String first = delivered(mode, "opted_out");
        String second = delivered(mode, "opted_out");
        person("ana", false, others);
        int requests = Api.as("contributor")
                .post("/exports/" + first + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .path("requests");
        autopilot.clearCounters();

        Api.run(first);

        assertThat(audience(mode)).isEqualTo(Set.of("bea@example.com", "cleo@example.com"));
        assertThat(autopilot.totalRequests()).isEqualTo(requests).isEqualTo(1);
        assertThat(Api.run(second).getInt("totals.requests"))
                .as("nothing is left to do for the other")
                .isZero();

        person("ana", false, customers);
        Api.run(second);
        assertThat(audience(mode)).isEqualTo(Set.of("ana@example.com", "bea@example.com", "cleo@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoOptedOutOfBothIsTakenOffByWhicheverExportRunsFirst(String mode) {
        people();
        String first = delivered(mode, "opted_out");
        delivered(mode, "opted_out");
        person("bea", true, customers);

        Api.run(first);

        assertThat(audience(mode)).isEqualTo(Set.of("ana@example.com", "cleo@example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoOptedOutIsTakenOffWhateverTheOtherExportNames(String mode) {
        people();
        String first = delivered(mode, "opted_out");
        String second = delivered(mode, null);
        person("bea", true, customers);

        Api.run(first);

        assertThat(audience(mode)).doesNotContain("bea@example.com");
        assertThat(Api.run(second).getInt("totals.requests"))
                .as("nothing is left to do for the other")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void anExportThatChoosesTheSegmentNoLongerLeavesItToTheOther(String mode) {
        people();
        String first = delivered(mode, "opted_out");
        delivered(mode, "opted_out");
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("segmentIds", new UUID[] {others}))
                .patch("/exports/" + first)
                .then()
                .statusCode(200);

        Api.end(first, Api.start(first, true).path("id"));

        assertThat(audience(mode)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoLeftIsLeftToAnExportThatHasTheAddressFromAnotherField(String mode) {
        people();
        withOtherAddress("bea", "bea@example.org", customers);
        withOtherAddress("xenia", "ana@example.com", customers);
        String first = delivered(mode, "opted_out");
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put("audienceMode", mode);
        request.put("dataMatching", List.of(Map.of("target", "Email", "field", "other_email")));
        String second = Api.create(request);
        Api.run(second);
        withOtherAddress("xenia", "ana@example.com", others);
        assertThat(Api.as("contributor")
                        .post("/exports/" + second + "/preview")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Integer>path("requests"))
                .isZero();

        assertThat(Api.run(second).getInt("totals.requests")).isZero();

        assertThat(audience(mode)).contains("ana@example.com");
        Api.run(first);
        assertThat(audience(mode))
                .isEqualTo(Set.of("ana@example.com", "bea@example.com", "bea@example.org", "cleo@example.com"));
    }

    private void withOtherAddress(String name, String other, UUID... segments) {
        neighbours.profile(
                prefix + name,
                Instant.EPOCH,
                Map.of(
                        "email",
                        name + "@example.com",
                        "other_email",
                        other,
                        "first_name",
                        name,
                        "points",
                        1,
                        "opted_out",
                        false),
                segments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoLeftOneOfTwoSegmentsIsTakenOffThatOneWhicheverExportRunsLast(String mode) {
        person("ana", false, customers, others);
        person("bea", false, customers, others);
        String first = delivered(mode, "opted_out", customers, others);
        String second = delivered(mode, "opted_out", customers, others);
        person("ana", false, customers);

        Api.run(second);
        Api.run(first);

        assertThat(audience(mode, "Others")).isEqualTo(Set.of("bea@example.com"));
        assertThat(audience(mode, "Customers")).hasSize(2);
        assertThat(Api.run(second).getInt("totals.requests")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void anAddressOfSomebodyErasedStaysWhereAnotherExportHasItForSomebodyElse(String mode) {
        people();
        String first = delivered(mode, "opted_out");
        String second = deliveredForSomebodyElse(mode);

        erase("ana", first);

        assertThat(audience(mode)).hasSize(3);
        assertThat(Api.run(second).getInt("totals.requests"))
                .as("it has what it wants")
                .isZero();
        Api.run(first);
        assertThat(audience(mode)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void anExportWithoutConnectionKnowsThatAnErasureTookAnAddressOffThatItHadForSomebodyElse(String mode) {
        people();
        String first = delivered(mode, "opted_out");
        String second = deliveredForSomebodyElse(mode);
        Api.change("DELETE", "/exports/" + second + "/connection", null);
        erase("ana", first);
        assertThat(audience(mode)).isEqualTo(Set.of("bea@example.com", "cleo@example.com"));

        Api.change("PUT", "/exports/" + second + "/connection", Map.of("connectionId", connection));
        Api.run(second);

        assertThat(audience(mode)).hasSize(3);
    }

    /** It knows the address of the first of them as that of a profile which was updated later. */
    private String deliveredForSomebodyElse(String mode) {
        neighbours.profile(
                prefix + "ann",
                Instant.EPOCH.plusSeconds(1),
                Map.of("email", "ana@example.com", "first_name", "ann", "points", 1, "opted_out", false),
                customers);
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put("audienceMode", mode);
        String export = Api.create(request);
        assertThat(Api.run(export).getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        return export;
    }

    private void erase(String name, String export) {
        neighbours.removeProfile(prefix + name);
        Api.as("segment-service")
                .body(Map.of("profileIds", List.of(prefix + name)))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(202);
        Patience.await()
                .until(() -> new Rows(database).number("select count(*) from erasure where export_id = ?::uuid", export)
                        == 0);
    }

    private void people() {
        person("ana", false, customers);
        person("bea", false, customers);
        person("cleo", false, customers);
    }

    private void person(String name, boolean optedOut, UUID... segments) {
        neighbours.profile(
                prefix + name,
                Instant.EPOCH,
                Map.of("email", name + "@example.com", "first_name", name, "points", 1, "opted_out", optedOut),
                segments);
    }

    private String delivered(String mode, String optOutField) {
        return delivered(mode, optOutField, customers);
    }

    private String delivered(String mode, String optOutField, UUID... segments) {
        Map<String, Object> request = new HashMap<>(Api.request(connection, segments));
        request.put("audienceMode", mode);
        request.put("optOutField", optOutField);
        String export = Api.create(request);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        return export;
    }

    private Set<String> audience(String mode) {
        return audience(mode, "Customers");
    }

    @SuppressWarnings("unchecked")
    private Set<String> audience(String mode, String segment) {
        if (mode.equals("LIST")) {
            return autopilot.memberships().get(segment);
        }
        Set<String> flagged = new TreeSet<>();
        autopilot.contacts().forEach((email, contact) -> {
            List<Map<String, Object>> fields = (List<Map<String, Object>>) contact.get("custom_fields");
            if (fields.stream()
                    .anyMatch(field -> segment.equals(field.get("kind")) && Boolean.TRUE.equals(field.get("value")))) {
                flagged.add(email);
            }
        });
        return flagged;
    }
}
