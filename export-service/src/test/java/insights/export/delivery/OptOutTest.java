package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who opted out is sent, and who opts out is taken off, whatever else holds a run back (D3). */
@QuarkusTest
class OptOutTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 10_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID elsewhere = neighbours.segment("Elsewhere");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();

    @AfterEach
    void leaveAsFound() {
        neighbours.silentOnOptOuts(false);
        neighbours.resetFields();
        people.forEach(neighbours::removeProfile);
    }

    /** Case E02. */
    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void nobodyIsSentWhoseAddressOptedOutWhetherOrNotTheExportNamesAField(String mode) {
        person("p1", "ann@example.com", true, customers);
        person("p2", "Ann@Example.com", false, customers);
        person("p3", "\u200bann@example.com\u00a0", false, customers);
        person("bob", "bob@example.com", null, customers);
        person("cy1", "cy@example.com", false, customers);
        person("cy2", "cy@example.com", true, elsewhere);

        Json run = Api.run(export(mode));

        assertThat(autopilot.contacts()).containsOnlyKeys("bob@example.com");
        List<Map<String, String>> rejections = rejections(run);
        assertThat(rejections).hasSize(4).allSatisfy(line -> assertThat(line).containsEntry("reason", "OPTED_OUT"));
        assertThat(rejections.stream().filter(line -> line.get("otherProfileId") != null))
                .extracting(line -> line.get("profileId") + " by " + line.get("otherProfileId"))
                .containsExactlyInAnyOrder(id("p2") + " by " + id("p1"), id("p3") + " by " + id("p1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoOptsOutIsTakenOffAlthoughTheRestIsHeldBack(String mode) {
        crowd(200);
        String export = export(mode);
        Api.run(export);
        // 20 opt out and stay in the segment; 11 opt out and leave it at once; 1 has a twin that opts out elsewhere.
        IntStream.range(0, 20).forEach(i -> person("p" + i, "p" + i + "@example.com", true, customers));
        IntStream.range(20, 31).forEach(i -> person("p" + i, "p" + i + "@example.com", true, elsewhere));
        person("twin", "P31@example.com", true, elsewhere);
        // 60 leave by a slip of the segment's rule.
        IntStream.range(40, 100).forEach(i -> person("p" + i, "p" + i + "@example.com", false, elsewhere));

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("MASS_REMOVAL");
        assertThat(run.getString("detail")).contains("60 of 168 people", "Taken off all the same: 32 who opted out");
        assertThat(run.getInt("totals.membershipsLeft")).isEqualTo(32);
        assertThat(audience(mode)).hasSize(168).contains("p40@example.com").doesNotContain("p31@example.com");
        assertThat(Api.run(export).getInt("totals.requests")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoOptsOutIsTakenOffAlthoughTheRefreshFailed(String mode) {
        String export = deliveredWithEachRefresh(mode);
        person("p0", "p0@example.com", true, customers);
        person("p1", "p1@example.com", true, elsewhere);
        person("p2", "p2@example.com", false, elsewhere);
        UUID refresh = UUID.randomUUID();

        announce(refresh, "FAILED", customers);

        Json runs = runAfter(refresh, export);
        assertThat(runs.getString("items[0].status")).isEqualTo("SKIPPED");
        assertThat(runs.getString("items[0].reason")).isEqualTo("REFRESH_FAILED");
        assertThat(runs.getString("items[0].detail")).contains("Taken off all the same: 2 who opted out");
        assertThat(audience(mode)).containsExactly("p2@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoOptsOutIsTakenOffAlthoughAllSegmentsAreInactive(String mode) {
        String export = deliveredWithEachRefresh(mode);
        neighbours.deactivate(customers);
        person("p0", "p0@example.com", true, customers);
        person("p1", "p1@example.com", false, elsewhere);
        UUID refresh = UUID.randomUUID();

        announce(refresh, "SUCCESSFUL", elsewhere);

        Json run = runAfter(refresh, export);
        assertThat(run.getString("items[0].status")).isEqualTo("SKIPPED");
        assertThat(run.getString("items[0].reason")).isEqualTo("SEGMENT_INACTIVE");
        assertThat(run.getString("items[0].detail")).contains("Taken off all the same: 1 who opted out");
        assertThat(audience(mode)).containsExactly("p1@example.com", "p2@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void guardsDoNotCountThoseWhoOptedOut(String mode) {
        crowd(100);
        String export = export(mode);
        Api.run(export);
        IntStream.range(0, 20).forEach(i -> person("p" + i, "p" + i + "@example.com", true, customers));
        IntStream.range(20, 31).forEach(i -> person("p" + i, "p" + i + "@example.com", true, elsewhere));
        person("new", "new@example.com", false, customers);

        assertThat(Api.run(export).getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");

        assertThat(audience(mode)).hasSize(70).contains("new@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoOptsOutIsNotLeftToAnotherExportOfTheSameAudience(String mode) {
        crowd(3);
        String first = export(mode);
        String second = export(mode);
        Api.run(first);
        Api.run(second);
        person("p0", "p0@example.com", true, elsewhere);

        Api.run(first);

        assertThat(audience(mode)).containsExactly("p1@example.com", "p2@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void opensNoWayBackForAnAddressThatOptedOutEarlier(String mode) {
        person("ann", "ann@example.com", true, customers);
        neighbours.optOut(id("ann"));
        neighbours.removeProfile(id("ann"));
        person("anna", "ann@example.com", null, customers);

        Json run = Api.run(export(mode));

        assertThat(autopilot.contacts()).isEmpty();
        assertThat(rejections(run)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("profileId", id("anna"))
                .containsEntry("reason", "OPTED_OUT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoOptsOutDuringTheComparisonIsNotSentAfterIt(String mode) {
        crowd(3);
        neighbours.afterPeopleWereRead(() -> person("p1", "p1@example.com", true, customers));

        Json run = Api.run(export(mode));

        assertThat(autopilot.contacts()).containsOnlyKeys("p0@example.com", "p2@example.com");
        assertThat(rejections(run)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("profileId", id("p1"))
                .containsEntry("reason", "OPTED_OUT"));
    }

    @Test
    void whoOptsOutWhileOthersJoinIsPutOnNoListAnyMore() {
        crowd(210);
        neighbours.afterOptOutsWereAsked(() -> person("p99", "p99@example.com", true, customers));

        String export = export("LIST");
        Json run = Api.run(export);

        assertThat(audience("LIST")).hasSize(209).doesNotContain("p99@example.com");
        assertThat(rejections(run)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("profileId", id("p99"))
                .containsEntry("reason", "OPTED_OUT"));
    }

    @Test
    void sendsNobodyWhenItIsNotSaidWhoOptedOut() {
        crowd(2);
        String export = export("LIST");
        neighbours.silentOnOptOuts(true);

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("OPT_OUT_UNKNOWN");
        assertThat(autopilot.totalRequests()).isZero();
        assertThat(preview(export).getString("stop.reason")).isEqualTo("OPT_OUT_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opted_out", "email"})
    void sendsNobodyWhenAFieldLosesItsRoleButTakesOffWhoOptedOut(String field) {
        crowd(3);
        String export = export("LIST");
        Api.run(export);
        person("p0", "p0@example.com", true, customers);
        person("p1", "p1@example.com", false, elsewhere);
        neighbours.field(field, "string", null);

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("OPT_OUT_UNKNOWN");
        assertThat(run.getString("detail")).contains('"' + field + '"', "PATCH /profiles/fields/" + field);
        assertThat(audience("LIST")).containsExactly("p1@example.com", "p2@example.com");
    }

    @Test
    void takesOnlyFieldsOfTheRightRoles() {
        Map<String, Object> request = Api.request(connection, customers);
        request.put("optOutField", "loyal");
        Api.as("contributor")
                .body(request)
                .post("/exports")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/optOutField"))
                .body("errors[0].detail", containsString("PATCH /profiles/fields/loyal {\"role\":\"OPT_OUT\"}"));
    }

    /** An export of three people, who are there. */
    private String deliveredWithEachRefresh(String mode) {
        crowd(3);
        Map<String, Object> request = request(mode);
        request.put("schedule", Map.of("kind", "SYSTEM_REFRESH"));
        String export = Api.create(request);
        Api.run(export);
        return export;
    }

    private void crowd(int size) {
        IntStream.range(0, size).forEach(i -> person("p" + i, "p" + i + "@example.com", false, customers));
    }

    private void person(String name, String email, Boolean optedOut, UUID... in) {
        Map<String, Object> attributes = new HashMap<>(Map.of("email", email, "first_name", name, "points", 1));
        if (optedOut != null) {
            attributes.put("opted_out", optedOut);
        }
        people.add(id(name));
        neighbours.profile(id(name), Instant.parse("2026-01-01T00:00:00Z"), attributes, in);
    }

    private String id(String name) {
        return prefix + name;
    }

    private String export(String mode) {
        return Api.create(request(mode));
    }

    private Map<String, Object> request(String mode) {
        Map<String, Object> request = Api.request(connection, customers);
        request.put("displayName", "Newsletter " + UUID.randomUUID());
        request.put("audienceMode", mode);
        request.put("optOutField", "opted_out");
        return request;
    }

    private Set<String> audience(String mode) {
        if (mode.equals("LIST")) {
            return autopilot.memberships().get("Customers");
        }
        Set<String> in = new TreeSet<>();
        autopilot.contacts().forEach((email, contact) -> {
            if (contact.get("custom_fields") instanceof List<?> fields
                    && fields.stream()
                            .map(Map.class::cast)
                            .anyMatch(field ->
                                    field.get("kind").equals("Customers") && Boolean.TRUE.equals(field.get("value")))) {
                in.add(email);
            }
        });
        return in;
    }

    private static void announce(UUID refresh, String outcome, UUID segment) {
        Api.as("segment-service")
                .body(Map.of(
                        "refreshId", refresh,
                        "startedAt", Instant.EPOCH.toString(),
                        "finishedAt", Instant.EPOCH.plusSeconds(1).toString(),
                        "outcome", outcome,
                        "segments", List.of(Map.of("id", segment, "version", 1, "size", 10))))
                .post("/hooks/refresh-completed")
                .then()
                .statusCode(202);
    }

    private static Json runAfter(UUID refresh, String export) {
        return Api.until(
                "/exports/" + export + "/runs",
                now -> now.getString("items[0].finishedAt") != null
                        && refresh.toString().equals(now.getString("items[0].refreshId")));
    }

    private static Json preview(String export) {
        return Json.from(Api.as("contributor")
                .post("/exports/" + export + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString());
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
