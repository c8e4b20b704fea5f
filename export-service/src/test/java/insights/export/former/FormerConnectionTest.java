package insights.export.former;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import insights.common.sql.Database;
import insights.common.sql.Sql;
import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.LostLease;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export that moved away remembers whom it put where: opt-outs and erasures reach them there, and it can come back. */
@QuarkusTest
class FormerConnectionTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox before = new Sandbox();
    private final Sandbox after = new Sandbox();
    private final UUID from = neighbours.connection(before, 10_000);
    private final UUID to = neighbours.connection(after, 10_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID elsewhere = neighbours.segment("Elsewhere");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();
    private final List<String> exports = new ArrayList<>();

    @Inject
    FormerConnectionJob job;

    @Inject
    Database database;

    @AfterEach
    void leaveAsFound() {
        Api.connectionRemoved(from, "DETACH");
        Api.connectionRemoved(to, "DETACH");
        exports.forEach(export -> Api.as("admin").header("If-Match", "*").delete("/exports/" + export));
        people.forEach(neighbours::removeProfile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoOptsOutAfterTheMoveIsTakenOffInBothAccounts(String mode) {
        String export = moved(mode, 4);
        person("p0", true, customers);
        person("p1", true, elsewhere);
        person("p2", false, elsewhere);
        String own = Api.run(export).getString("id");

        job.begin();

        Json run = formerRun(export, 1);
        assertThat(before.audience(mode, "Customers")).containsExactly("p2@example.com", "p3@example.com");
        assertThat(after.audience(mode, "Customers")).containsExactly("p3@example.com");
        assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(run.getString("connectionId")).isEqualTo(from.toString());
        assertThat(run.getString("trigger")).isEqualTo("ON_DEMAND");
        assertThat(run.getString("requestedBy.name")).isEqualTo("contributor");
        assertThat(run.getInt("totals.membershipsLeft")).isEqualTo(2);
        assertThat(Api.get("/exports/" + export).getString("lastRun.id")).isEqualTo(own);

        job.begin();
        assertThat(formerRuns(export)).as("nothing has happened since").hasSize(1);
    }

    @Test
    void aRefreshSetsItOffAlthoughTheExportHasNeitherScheduleNorConnection() {
        String export = moved("LIST", 2);
        Api.as("contributor").header("If-Match", "*").delete("/exports/" + export + "/connection");
        person("p0", true, customers);
        job.begin();
        assertThat(formerRuns(export)).as("nobody has refreshed since it left").isEmpty();

        announceRefresh();
        job.begin();

        assertThat(formerRun(export, 1).getString("trigger")).isEqualTo("SYSTEM_REFRESH");
        assertThat(before.audience("LIST", "Customers")).containsExactly("p1@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoIsErasedAfterTheMoveIsTakenOutOfBothAccounts(String mode) {
        String export = moved(mode, 3);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");

        erase("p0");

        assertThat(formerRun(export, 1).getString("trigger")).isEqualTo("ERASURE");
        Patience.await().atMost(SOON).untilAsserted(() -> {
            assertThat(before.audience(mode, "Customers")).containsExactly("p1@example.com", "p2@example.com");
            assertThat(after.audience(mode, "Customers")).containsExactly("p1@example.com", "p2@example.com");
        });
        Patience.await()
                .atMost(SOON)
                .until(() -> number("select count(*) from ledger where profile_id = '%s'".formatted(id("p0"))) == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void attachedBackItSendsDifferencesOnlyAndLeavesAloneWhatWasOthersBefore(String mode) {
        String list = before.asSomebodyElse("POST", "/list", Map.of("name", "Customers"))
                .getString("list_id");
        before.asSomebodyElse(
                "POST", "/contact", Map.of("contact", Map.of("Email", "p0@example.com", "_autopilot_list", list)));
        String export = moved(mode, 4);
        Api.run(export);
        person("p0", false, elsewhere);
        person("p1", false, elsewhere);
        person("p4", false, customers);

        attach(export, from).statusCode(200);
        before.clearCounters();
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");

        assertThat(before.audience(mode, "Customers")).contains("p2@example.com", "p3@example.com", "p4@example.com");
        assertThat(before.audience(mode, "Customers")).doesNotContain("p1@example.com");
        assertThat(before.memberships().get("Customers")).contains("p0@example.com");
        assertThat(before.requests().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .as(before.requests().toString())
                .isEqualTo(mode.equals("LIST") ? 3 : 2);
        before.clearCounters();
        Api.run(export);
        assertThat(before.requests()).isEmpty();
        assertThat(after.audience(mode, "Customers"))
                .as("stays there, as it is")
                .hasSize(4);
        person("p1", true, elsewhere);
        Api.run(export);
        job.begin();
        assertThat(formerRun(export, 1).getString("connectionId")).isEqualTo(to.toString());
        assertThat(after.audience(mode, "Customers")).doesNotContain("p1@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whatAnotherExportTakesOffMeanwhileIsSentAgainByTheOneThatComesBack(String mode) {
        String export = moved(mode, 3);
        String another = create(mode);
        Api.run(another);
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("segmentIds", List.of(elsewhere)))
                .patch("/exports/" + another)
                .then()
                .statusCode(200);
        Api.end(another, Api.start(another, true).path("id"));
        person("p3", false, customers);

        attach(export, from).statusCode(200);
        Api.run(export);

        assertThat(before.audience(mode, "Customers")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void whoHasTheAddressByNowStaysOnForAnExportThatIsStillThere(String mode) {
        String export = moved(mode, 3);
        attach(export, from).statusCode(200);
        String another = create(mode);
        Api.run(another);
        attach(export, to).statusCode(200);
        person("p0", "new@example.com", true, customers);
        person("q", "p0@example.com", false, customers);
        Api.run(export);

        job.begin();

        formerRun(export, 1);
        assertThat(before.audience(mode, "Customers")).contains("p0@example.com");
        before.clearCounters();
        Api.run(another);
        assertThat(before.audience(mode, "Customers")).hasSize(3).contains("p0@example.com");
        assertThat(before.requests()).as("nothing but the new name").isEqualTo(Map.of("POST /contact", 1));
    }

    @Test
    void comingBackEndsTheLookAndTheExportItselfGoesOn() {
        String export = lookingForThirty();

        attach(export, from).statusCode(200);
        neighbours.change(from, "rateLimitPerSecond", 10_000);

        assertThat(formerRun(export, 1).getString("status")).isEqualTo("CANCELED");
        Api.run(export);
        assertThat(before.audience("LIST", "Customers")).hasSize(10).doesNotContain("p29@example.com");
    }

    @Test
    void withoutConsentNothingIsSentAndNothingIsLost() {
        String export = moved("LIST", 3);
        neighbours.change(from, "consented", false);
        person("p0", true, customers);
        before.clearCounters();
        Api.run(export);
        erase("p1");
        job.begin();
        assertThat(formerRuns(export)).isEmpty();
        assertThat(before.totalRequests()).isZero();
        assertThat(before.audience("LIST", "Customers")).hasSize(3);
        Patience.await()
                .atMost(SOON)
                .until(() -> number("select count(*) from erasure where export_id = '%s'".formatted(export)) == 0);
        remove(export).statusCode(409).body("detail", containsString("an account that the export left"));

        neighbours.change(from, "consented", true);
        job.begin();

        formerRun(export, 1);
        assertThat(before.audience("LIST", "Customers")).containsExactly("p2@example.com");
        remove(export).statusCode(204);
        assertThat(number("select count(*) from ledger where profile_id like '%s%%'".formatted(prefix)))
                .isZero();
    }

    @Test
    void aWorkerThatDiesInBetweenIsFollowedByAnother() {
        String export = lookingForThirty();
        database.transaction(
                connection -> Database.update(connection, Sql.of(LostLease.SQL + "connection_id = ?", from)));
        LostLease.takeOver();
        neighbours.change(from, "rateLimitPerSecond", 10_000);

        assertThat(formerRun(export, 1).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(before.audience("LIST", "Customers")).hasSize(10).doesNotContain("p29@example.com");
    }

    @Test
    void aLookThatEndsWithTheConsentIsRepeatedWhenItIsBack() {
        String export = lookingForThirty();
        neighbours.change(from, "consented", false);
        Api.as("destination-service")
                .body(Map.of("reason", "CONSENT_WITHDRAWN"))
                .post("/internal/connections/" + from + "/closed")
                .then()
                .statusCode(204);
        assertThat(formerRun(export, 1).getString("reason")).isEqualTo("CONNECTION_CLOSED");
        job.begin();
        assertThat(formerRuns(export)).hasSize(1);

        neighbours.change(from, "rateLimitPerSecond", 10_000);
        neighbours.change(from, "consented", true);
        job.begin();

        assertThat(formerRun(export, 2).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(before.audience("LIST", "Customers")).hasSize(10).doesNotContain("p29@example.com");
    }

    /** Whoever adds a table says here whether what is in it belongs to the export or to what it delivered. */
    @Test
    void whatIsAboutADeliveryMovesAndTheRestStays() {
        List<String> tables = database.transaction(connection -> Database.list(
                connection,
                Sql.of("select table_name::text from information_schema.columns where column_name = 'export_id'"),
                row -> row.getString(1)));
        assertThat(tables)
                .as("see FormerConnections.DELIVERED")
                .containsExactlyInAnyOrder(
                        "ledger",
                        "audience_list",
                        "audience_flag",
                        "audience_peak",
                        "audience_gone",
                        "run",
                        "run_key",
                        "erasure",
                        "erasure_proof");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasKeptGoesWithItsConnection(boolean told) {
        String export = moved("LIST", 3);
        neighbours.change(from, "consented", false);
        erase("p0");
        neighbours.removeConnection(from);

        if (told) {
            Api.connectionRemoved(from, "REMOVE");
        } else {
            Api.run(export);
            job.begin();
        }

        assertThat(Api.get("/exports/" + export).getString("connectionId")).isEqualTo(to.toString());
        assertThat(number("select count(*) from export where former_of = '%s'".formatted(export)))
                .isZero();
        assertThat(number("select count(*) from ledger where profile_id like '%s%%' and export_id <> '%s'"
                        .formatted(prefix, export)))
                .isZero();
        assertThat(number("select count(*) from erasure where profile_id = '%s' and export_id <> '%s'"
                        .formatted(id("p0"), export)))
                .isZero();
        assertThat(proofs()).contains("CONNECTION_GONE");
    }

    @Test
    void anExportStaysAsLongAsSomebodyIsToBeErasedWhereItWasBefore() {
        String export = moved("LIST", 2);
        neighbours.change(from, "consented", false);
        erase("p0");

        Api.connectionRemoved(to, "REMOVE");

        Api.as("viewer").get("/exports/" + export).then().statusCode(200).body("connectionId", nullValue());
        neighbours.change(from, "consented", true);
        attach(export, from).statusCode(200);
        Api.run(export);
        assertThat(before.audience("LIST", "Customers")).containsExactly("p1@example.com");
    }

    @Test
    void nobodySeesWhatIsKept() {
        long others = Api.get("/exports/overview").getLong("exportCount");
        String export = moved("LIST", 2);
        assertThat(Api.get("/exports/overview").getLong("exportCount")).isEqualTo(others + 1);
        String name = Api.get("/exports/" + export).getString("displayName");
        assertThat(Api.get("/exports?q=" + name).getList("items.id")).containsExactly(export);
        Api.as("segment-service")
                .get("/internal/segments/export-counts")
                .then()
                .body("items.find { it.segmentId == '%s' }.exportCount".formatted(customers), equalTo(1));
        Map<String, Object> renamed = Map.of("displayName", "Other " + UUID.randomUUID());
        Api.as("contributor")
                .header("If-Match", "*")
                .body(renamed)
                .patch("/exports/" + export)
                .then()
                .statusCode(200);
        Map<String, Object> another = new HashMap<>(Api.request(from, customers));
        another.put("displayName", name);
        exports.add(Api.create(another));
        String kept = database.transaction(connection -> Database.first(
                        connection,
                        Sql.of("select id::text from export where former_of = ?", UUID.fromString(export)),
                        row -> row.getString(1)))
                .orElseThrow();
        Api.as("viewer").get("/exports/" + kept).then().statusCode(404);
    }

    /** One of 30 people who opted out, of 40, at least is off, and that goes on slowly. */
    private String lookingForThirty() {
        String export = moved("LIST", 40);
        IntStream.range(0, 30).forEach(i -> person("p" + i, true, customers));
        Api.run(export);
        neighbours.change(from, "rateLimitPerSecond", 10);
        job.begin();
        Patience.await()
                .atMost(SOON)
                .until(() -> before.audience("LIST", "Customers").size() < 40);
        return export;
    }

    /** Delivered to the one account, and attached to the other. */
    private String moved(String mode, int size) {
        IntStream.range(0, size).forEach(i -> person("p" + i, false, customers));
        String export = create(mode);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(before.audience(mode, "Customers")).hasSize(size);
        attach(export, to).statusCode(200);
        return export;
    }

    private String create(String mode) {
        Map<String, Object> request = new HashMap<>(Api.request(from, customers));
        request.put("audienceMode", mode);
        request.put("optOutField", "opted_out");
        String export = Api.create(request);
        exports.add(export);
        return export;
    }

    private void person(String name, boolean optedOut, UUID... in) {
        person(name, name + "@example.com", optedOut, in);
    }

    private void person(String name, String email, boolean optedOut, UUID... in) {
        people.add(id(name));
        neighbours.profile(
                id(name),
                Instant.parse("2026-01-01T00:00:00Z"),
                Map.of("email", email, "first_name", name, "points", 1, "opted_out", optedOut),
                in);
    }

    private String id(String name) {
        return prefix + name;
    }

    private void erase(String name) {
        neighbours.removeProfile(id(name));
        Api.erased(id(name));
    }

    private static ValidatableResponse attach(String export, UUID connection) {
        return Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("connectionId", connection))
                .put("/exports/" + export + "/connection")
                .then();
    }

    private static ValidatableResponse remove(String export) {
        return Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export)
                .then();
    }

    private void announceRefresh() {
        Api.as("segment-service")
                .body(Map.of(
                        "refreshId", UUID.randomUUID(),
                        "startedAt", Instant.EPOCH.toString(),
                        "finishedAt", Instant.EPOCH.plusSeconds(1).toString(),
                        "outcome", "SUCCESSFUL",
                        "segments", List.of(Map.of("id", elsewhere, "version", 1, "size", 10))))
                .post("/hooks/refresh-completed")
                .then()
                .statusCode(202);
    }

    /** The latest, once so many have ended. */
    private static Json formerRun(String export, int runs) {
        Api.until("/exports/" + export + "/runs", now -> ended(now).size() >= runs);
        return Api.get(export, formerRuns(export).getFirst());
    }

    private static List<String> ended(Json runs) {
        return former(runs)
                .filter(run -> run.get("finishedAt") != null)
                .map(run -> run.getString("id"))
                .toList();
    }

    private static List<String> formerRuns(String export) {
        return former(Api.get("/exports/" + export + "/runs"))
                .map(run -> run.getString("id"))
                .toList();
    }

    private static Stream<Json> former(Json runs) {
        return runs.all("items").filter(run -> run.getString("purpose").equals("FORMER_CONNECTION"));
    }

    private long number(String sql) {
        return database.transaction(connection ->
                Database.first(connection, Sql.of(sql), row -> row.getLong(1)).orElseThrow());
    }

    private List<String> proofs() {
        return database.transaction(connection -> Database.list(
                connection,
                Sql.of("select outcome from erasure_proof where erased_at > now() - interval '5 minutes'"),
                row -> row.getString(1)));
    }
}
