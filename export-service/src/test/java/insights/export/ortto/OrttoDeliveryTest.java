package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OrttoSandbox;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is peculiar to Ortto. */
@QuarkusTest
class OrttoDeliveryTest {

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final OrttoSandbox ortto = new OrttoSandbox();
    private final UUID connection = ortto.connect(1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID elsewhere = neighbours.segment("Elsewhere");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final List<String> profiles = new ArrayList<>();
    private String export;

    @AfterEach
    void leaveAsFound() {
        profiles.forEach(neighbours::removeProfile);
        neighbours.resetFields();
    }

    @Test
    void leaversAreNamedByIdWhateverTheirAddressIsNow() {
        everybody(250, "p%d@example.com", customers);
        assertThat(run("").getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(ortto.tagged("Customers")).hasSize(250);
        everybody(200, "moved%d@example.com", elsewhere);
        ortto.account().clearCounters();
        neighbours.forgetRequests();

        run("");

        assertThat(ortto.account().requests()).containsExactly(Map.entry("POST /person/merge", 2));
        assertThat(neighbours.requestsTo("/segment/internal/profiles"))
                .as("nobody is looked up; who opted out is asked all the same")
                .isEqualTo(neighbours.requestsTo("/segment/internal/profiles/opt-outs"));
        assertThat(ortto.tagged("Customers")).hasSize(50);
        assertThat(ortto.people()).hasSize(250);
    }

    /** What an id means is said by the account that gave it; another account has tags of the same names too. */
    @Test
    void nobodyIsKeptOnBySomebodyOfTheSameIdInAnotherAccount() {
        everybody(1, "p%d@example.com", customers);
        run("");
        everybody(1, "p%d@example.com", elsewhere);
        profile(1, Map.of("email", "another@example.com", "first_name", "Name", "points", 1), customers);
        Map<String, Object> request = new HashMap<>(Api.request(new OrttoSandbox().connect(1_000), customers));
        request.put("dataMatching", matching(Map.of()));
        String theirs = Api.create(request);
        Api.run(theirs);
        new Rows(database)
                .change(
                        "update ledger set contact_id = (select contact_id from ledger where export_id = ?) where export_id = ?",
                        UUID.fromString(export),
                        UUID.fromString(theirs));

        run("");

        assertThat(ortto.tagged("Customers")).containsExactly("another@example.com");
    }

    @Test
    void valuesHaveTheShapesOfTheirFields() {
        profile(
                1,
                Map.of(
                        "email",
                        "ana@example.com",
                        "first_name",
                        "Ana",
                        "points",
                        10.5,
                        "phone",
                        "+61 401 234 567",
                        "loyal",
                        true,
                        "born",
                        "1980-03-04",
                        "nickname",
                        "Pro"),
                customers);
        ortto.asSomebodyElse(
                "/person/custom-field/create",
                Map.of("type", "single_select", "name", "Plan", "values", List.of("Free", "Pro")));

        Json run = run(Map.of(
                "str::first",
                "first_name",
                "+decimal:Basket Value",
                "points",
                "phn::phone",
                "phone",
                "+bool:Loyal",
                "loyal",
                "dtz::b",
                "born",
                "single_select:plan",
                "nickname",
                "geo::city",
                "first_name"));

        assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(ortto.field("ana@example.com", "int:cm:basket-value")).isEqualTo(10_500);
        assertThat(ortto.field("ana@example.com", "phn::phone")).isEqualTo(Map.of("c", "61", "n", "401234567"));
        assertThat(ortto.field("ana@example.com", "bol:cm:loyal")).isEqualTo(true);
        assertThat(ortto.field("ana@example.com", "dtz::b"))
                .isEqualTo(Map.of("year", 1980, "month", 3, "day", 4, "timezone", "UTC"));
        assertThat(ortto.field("ana@example.com", "str:cm:plan")).isEqualTo("Pro");
        assertThat(ortto.field("ana@example.com", "geo::city")).isEqualTo(Map.of("name", "Ana"));
    }

    @Test
    void aFieldThatIsNotThereIsRefusedBeforeAnybodyIsSent() {
        everybody(3, "p%d@example.com", customers);
        Json run = run("integer:Points");
        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("FIELD_NOT_AT_DESTINATION");
        assertThat(run.getString("detail")).contains("Points", "+integer:Points");
        assertThat(ortto.people()).isEmpty();
        assertThat(ortto.account().requests()).doesNotContainKey("POST /person/custom-field/create");
    }

    /** Case Y15. */
    @Test
    void aFieldOfAnotherTypeIsNotFilledAndWhoOptedOutIsTakenOffAllTheSame() {
        everybody(3, "p%d@example.com", customers);
        run("+integer:Points");
        ortto.asSomebodyElse("/person/custom-field/create", Map.of("type", "text", "name", "Level"));
        edit("integer:Level");
        neighbours.optOut(id(1));
        Json run = run("");
        assertThat(run.getString("reason")).isEqualTo("FIELD_NOT_AT_DESTINATION");
        assertThat(run.getString("detail")).contains("Level", "text");
        assertThat(ortto.tagged("Customers")).containsExactly("p0@example.com", "p2@example.com");
    }

    @Test
    void nobodyIsSubscribedAndWhoOptedOutIsNotCreated() {
        ortto.asSomebodyElse(
                "/person/merge",
                Map.of("people", List.of(Map.of("fields", Map.of("str::email", "p0@example.com", "bol::p", false)))));
        ortto.account().configure(Map.of("logged", true));
        everybody(3, "p%d@example.com", customers);
        neighbours.optOut(id(2));
        run("+integer:Points");
        assertThat(ortto.people()).containsOnlyKeys("p0@example.com", "p1@example.com");
        assertThat(ortto.field("p0@example.com", "bol::p")).isEqualTo(false);
        assertThat(ortto.tagged("Customers")).containsExactly("p0@example.com", "p1@example.com");
        assertThat(ortto.account().log())
                .extracting(Sandbox.Request::body)
                .noneMatch(body -> body.contains("bol::") || body.contains("p2@"));
    }

    @Test
    void whoIsSuppressedIsAccountedForByThatReason() {
        ortto.suppress("p1@example.com");
        everybody(3, "p%d@example.com", customers);
        Json run = run("+integer:Points");
        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(Api.rejections(export, run.getString("id")))
                .containsExactly(Map.entry(id(1), "SUPPRESSED_AT_DESTINATION"));
        assertThat(ortto.people()).containsOnlyKeys("p0@example.com", "p2@example.com");
        ortto.account().clearCounters();
        run("");
        assertThat(ortto.account().totalRequests()).isZero();
    }

    @Test
    void aTagThatWasThereBeforeIsNotOurs() {
        ortto.asSomebodyElse(
                "/person/merge",
                Map.of(
                        "people",
                        List.of(Map.of(
                                "fields", Map.of("str::email", "p0@example.com"), "tags", List.of("customers")))));
        everybody(2, "p%d@example.com", customers);
        run("+integer:Points");
        assertThat(ortto.tagged("Customers (2)")).containsExactly("p0@example.com", "p1@example.com");
        everybody(2, "p%d@example.com", elsewhere);
        run("");
        assertThat(ortto.tagged("Customers (2)")).isEmpty();
        assertThat(ortto.tagged("customers")).containsExactly("p0@example.com");
    }

    @Test
    void fifteenBadPeopleInOneBatchDoNotGetTheAddressBanned() {
        everybody(100, "p%d@example.com", customers);
        ortto.account()
                .configure(Map.of(
                        "badRequestsUntilBan", 15, "banMillis", 350, "quirks", Map.of("badPersonRefusesBatch", true)));
        IntStream.range(0, 15).forEach(i -> ortto.account()
                .fault(Map.of("effect", "REFUSE_EMAIL", "email", "p" + (i * 6) + "@example.com")));

        Json run = run("+integer:Points");

        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(Api.rejections(export, run.getString("id"))).hasSize(15);
        assertThat(ortto.tagged("Customers")).hasSize(85);
        assertThat(ortto.account().statuses()).contains(400).doesNotContain(403);
    }

    @Test
    void aBanIsWaitedForAndAnAccountThatExpiredIsNot() {
        everybody(3, "p%d@example.com", customers);
        ortto.account().fault(Map.of("effect", "STATUS", "status", 403, "next", 1));
        assertThat(run("+integer:Points").getString("status")).isEqualTo("SUCCESSFUL");
        ortto.account().configure(Map.of("expired", true));
        everybody(3, "q%d@example.com", customers);
        Json run = run("");
        assertThat(run.getString("status")).isEqualTo("FAILED_PERMANENT");
        assertThat(run.getString("reason")).isEqualTo("INVALID_API_KEY");
    }

    @Test
    void aPlanWithoutRoomStopsTheRunAlsoWhereItIsSaidOfEachPerson() {
        ortto.account().configure(Map.of("maxContacts", 2, "quirks", Map.of("overPlanInline", true)));
        everybody(5, "p%d@example.com", customers);
        Json run = run("+integer:Points");
        assertThat(run.getString("reason")).isEqualTo("PLAN_LIMIT");
        assertThat(ortto.tagged("Customers")).hasSize(2);
        assertThat(run.getInt("totals.contactsUpserted"))
                .as("who was taken is written down")
                .isEqualTo(2);
    }

    @Test
    void aFieldThatGoesWhileTheRunIsOnRejectsNobody() {
        everybody(3, "p%d@example.com", customers);
        ortto.account()
                .fault(
                        Map.of(
                                "effect",
                                "STATUS",
                                "status",
                                400,
                                "path",
                                "/person/merge",
                                "message",
                                "No valid contacts provided (failed to validate field int:cm:points in schema: int:cm:points: Object not found)"));
        Json run = run("+integer:Points");
        assertThat(run.getString("reason")).isEqualTo("FIELD_NOT_AT_DESTINATION");
        assertThat(Api.rejections(export, run.getString("id"))).isEmpty();
    }

    private void everybody(int people, String address, UUID segment) {
        for (int i = 0; i < people; i++) {
            profile(i, Map.of("email", address.formatted(i), "first_name", "Name " + i, "points", i), segment);
        }
    }

    private void profile(int number, Map<String, Object> attributes, UUID segment) {
        profiles.add(id(number));
        neighbours.profile(id(number), Instant.EPOCH, attributes, segment);
    }

    private String id(int number) {
        return prefix + "%03d".formatted(number);
    }

    /** @param points the field that the points are matched to */
    private Json run(String points) {
        return run(points.isEmpty() ? Map.of() : Map.of(points, "points"));
    }

    private Json run(Map<String, String> fieldByTarget) {
        if (export == null) {
            Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
            request.put("dataMatching", matching(fieldByTarget));
            export = Api.create(request);
        }
        String run = Api.start(export, true).then().statusCode(202).extract().path("id");
        return Api.end(export, run);
    }

    private void edit(String points) {
        Api.as("contributor")
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(Map.of("dataMatching", matching(Map.of(points, "points"))))
                .patch("/exports/" + export)
                .then()
                .statusCode(200);
    }

    private static List<Map<String, String>> matching(Map<String, String> fieldByTarget) {
        List<Map<String, String>> lines = new ArrayList<>();
        lines.add(Map.of("target", "str::email", "field", "email"));
        fieldByTarget.forEach((target, field) -> lines.add(Map.of("target", target, "field", field)));
        return lines;
    }
}
