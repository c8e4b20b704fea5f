package insights.export.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.Json;
import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a run does to Autopilot, seen from outside: through the API and in the sandbox. */
@QuarkusTest
class RunResourceTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID fans = neighbours.segment("Fans");
    /** Keeps the profiles of one test apart from those of another. */
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void deliversContactsAndMembershipsAndAccountsForTheRest() {
        profile("a", EARLY, "Ana@example.com", customers, fans);
        profile("b", EARLY, "bea@example.com", customers);
        profile("c", EARLY, null, customers);
        profile("d", EARLY, "not an address", customers);
        profile("e", LATE, "ANA@example.com", fans);
        String export = Api.create(connection, customers, fans);

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(run.getMap("totals"))
                .containsAllEntriesOf(Map.of(
                        "profiles",
                        5,
                        "eligible",
                        2,
                        "rejected",
                        3,
                        "contactsUpserted",
                        2,
                        "contactsUnchanged",
                        0,
                        "membershipsJoined",
                        3));
        assertThat(Api.rejections(export, run.getString("id")))
                .isEqualTo(Map.of(
                        prefix + "a", "DUPLICATE_EMAIL", prefix + "c", "NO_EMAIL", prefix + "d", "INVALID_EMAIL"));
        assertThat(autopilot.memberships())
                .isEqualTo(
                        Map.of("Customers", set("ANA@example.com", "bea@example.com"), "Fans", set("ANA@example.com")));
        Map<String, Object> ana = autopilot.contacts().get("ANA@example.com");
        assertThat(ana).containsEntry("FirstName", "Name e").doesNotContainKey("unsubscribed");
        assertThat(ana.get("custom_fields").toString()).contains("kind=Points", "value=7", "fieldType=integer");
        assertThat(autopilot.requests()).containsEntry("POST /contacts", 1);
    }

    @Test
    void namesTheProfileThatWentInsteadOfADuplicate() {
        profile("a", EARLY, "ana@example.com", customers);
        profile("b", EARLY, "ana@example.com", customers);
        String export = Api.create(connection, customers);
        String run = Api.run(export).getString("id");
        Api.as("contributor")
                .get("/exports/" + export + "/runs/" + run + "/rejections")
                .then()
                .body("items[0].profileId", equalTo(prefix + "b"))
                .body("items[0].otherProfileId", equalTo(prefix + "a"))
                .body("counts[0].reason", equalTo("DUPLICATE_EMAIL"))
                .body("counts[0].profiles", equalTo(1));
    }

    @Test
    void makesNoRequestWhenNothingChanged() {
        people(150);
        String export = Api.create(connection, customers);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        autopilot.clearCounters();

        Json again = Api.run(export);

        assertThat(again.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(again.getMap("totals"))
                .containsAllEntriesOf(Map.of("contactsUnchanged", 150, "contactsUpserted", 0, "requests", 0));
        assertThat(autopilot.requests()).isEmpty();
    }

    @Test
    void sendsOnlyWhatChanged() {
        people(150);
        profile("x", EARLY, "x@example.com", customers);
        String export = Api.create(connection, customers, fans);
        Api.run(export);
        autopilot.clearCounters();
        // One changes a field, one joins a second segment, one leaves.
        neighbours.profile(prefix + "p0", LATE, attributes("p0@example.com", "New name"), customers);
        profile("p1", EARLY, "p1@example.com", customers, fans);
        neighbours.removeProfile(prefix + "x");

        Json run = Api.run(export);

        assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(run.getMap("totals"))
                .containsAllEntriesOf(Map.of(
                        "contactsUpserted", 1, "contactsUnchanged", 149, "membershipsJoined", 1, "membershipsLeft", 1));
        assertThat(autopilot.memberships().get("Fans")).containsExactly("p1@example.com");
        assertThat(autopilot.memberships().get("Customers")).hasSize(150).doesNotContain("x@example.com");
        assertThat(autopilot.requests()).containsEntry("POST /contact", 1).doesNotContainKey("POST /contacts");
    }

    @Test
    void movesToTheNewContactWhenAnAddressChanged() {
        people(5);
        String export = Api.create(connection, customers);
        Api.run(export);
        profile("p0", LATE, "new@example.com", customers);
        Api.run(export);
        assertThat(autopilot.memberships().get("Customers"))
                .contains("new@example.com")
                .doesNotContain("p0@example.com")
                .hasSize(5);
    }

    @Test
    void leavesAloneWhatItDidNotPutThere() {
        autopilot.asSomebodyElse("POST", "/contact", Map.of("contact", Map.of("Email", "p0@example.com")));
        String list = autopilot
                .asSomebodyElse("POST", "/list", Map.of("name", "Customers"))
                .getString("list_id");
        autopilot.asSomebodyElse("POST", "/list/" + list + "/contact/p0@example.com", null);
        people(3);
        String export = Api.create(connection, customers);
        Api.run(export);
        neighbours.removeProfile(prefix + "p0");
        neighbours.removeProfile(prefix + "p1");
        Api.run(export);
        assertThat(autopilot.memberships()).isEqualTo(Map.of("Customers", set("p0@example.com", "p2@example.com")));
    }

    @Test
    void takesPeopleWhoOptOutOffTheirListsAndSendsThemNoMore() {
        people(3);
        Map<String, Object> request = Api.request(connection, customers);
        request.put("optOutField", "opted_out");
        String export = Api.create(request);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        neighbours.profile(
                prefix + "p1",
                LATE,
                Map.of("email", "p1@example.com", "first_name", "Changed", "opted_out", true),
                customers);
        Json run = Api.run(export);
        assertThat(Api.rejections(export, run.getString("id"))).isEqualTo(Map.of(prefix + "p1", "OPTED_OUT"));
        assertThat(autopilot.memberships().get("Customers")).containsExactly("p0@example.com", "p2@example.com");
        assertThat(autopilot.contacts().get("p1@example.com")).containsEntry("FirstName", "Name p1");
    }

    @Test
    void leavesAContactOnAListThatAnotherExportWantsItOn() {
        people(3);
        String first = Api.create(connection, customers, fans);
        String second = Api.create(connection, customers);
        Api.run(first);
        Api.run(second);
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("segmentIds", List.of(fans)))
                .patch("/exports/" + first)
                .then()
                .statusCode(200);
        assertThat(Api.end(first, Api.start(first, true).path("id")).getString("status"))
                .isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(3);
        neighbours.removeProfile(prefix + "p0");
        Api.run(second);
        assertThat(autopilot.memberships().get("Customers"))
                .as("the second export answers for them now")
                .containsExactly("p1@example.com", "p2@example.com");
    }

    /** Case C37. */
    @Test
    void reportsRejectionsAsACsvFileThatASpreadsheetCanOpen() {
        IntStream.range(0, 250).forEach(i -> profile("p" + i, EARLY, null, customers));
        profile("ok", EARLY, "ok@example.com", customers);
        List<String> formulas = Stream.of("=1+1,", "+390612345-", "-5-", "@SUM(A1)-", "\uff1d1+1-")
                .map(formula -> formula + prefix)
                .toList();
        formulas.forEach(id -> neighbours.profile(id, EARLY, Map.of(), customers));
        String export = Api.create(connection, customers);
        String run = Api.run(export).getString("id");
        String csv = Api.as("contributor")
                .get("/exports/" + export + "/runs/" + run + "/rejections.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines())
                .hasSize(256)
                .contains("\"" + prefix + "p7\",\"NO_EMAIL\",\"The profile has no e-mail address.\",,")
                .contains(formulas.stream()
                        .map("\"'%s\",\"NO_EMAIL\",\"The profile has no e-mail address.\",,"::formatted)
                        .toArray(String[]::new));
        for (String id : formulas) {
            List<String> found = Api.as("contributor")
                    .queryParam("q", id)
                    .get("/exports/" + export + "/runs/" + run + "/rejections")
                    .path("items.profileId");
            assertThat(found).as("as it is, where it is no table").containsExactly(id);
            neighbours.removeProfile(id);
        }
    }

    /** Case E16. */
    @Test
    void isolatesOneBadContactOfARefusedBatch() {
        autopilot.configure(Map.of("quirks", Map.of("badEmailRefusesBatch", true)));
        autopilot.fault(Map.of("effect", "REFUSE_EMAIL", "email", "p33@example.com"));
        people(100);
        String export = Api.create(connection, customers);
        Json run = Api.run(export);
        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(Api.rejections(export, run.getString("id")))
                .isEqualTo(Map.of(prefix + "p33", "REFUSED_BY_DESTINATION"));
        assertThat(autopilot.memberships().get("Customers")).hasSize(99);
    }

    /** Cases E16, Y08. */
    @Test
    void findsAContactThatABatchLeftOutWithoutAWord() {
        autopilot.fault(Map.of("effect", "REFUSE_EMAIL", "email", "p3@example.com"));
        people(10);
        String export = Api.create(connection, customers);
        Json run = Api.run(export);
        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(Api.rejections(export, run.getString("id"))).containsOnlyKeys(prefix + "p3");
        autopilot.clearFaults();
        autopilot.clearCounters();
        assertThat(Api.run(export).getString("status"))
                .as("refused before and still the same: not sent again, still reported")
                .isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(autopilot.requests()).isEmpty();
        profile("p3", LATE, "p3@example.com", customers, fans);
        neighbours.profile(prefix + "p3", LATE, attributes("p3@example.com", "Changed"), customers);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(10);
    }

    @Test
    void waitsWhenThrottledAndRepeatsWhatGotNoAnswer() {
        autopilot.fault(Map.of("effect", "STATUS", "status", 429, "next", 3));
        autopilot.fault(Map.of("effect", "STATUS", "status", 503, "skip", 3, "next", 1));
        autopilot.fault(Map.of("effect", "CLOSE", "applied", true, "skip", 5, "next", 1));
        people(20);
        String export = Api.create(connection, customers);
        Json run = Api.run(export);
        assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(20);
    }

    @Test
    void putsARunOffWhileAutopilotIsDownAndGoesOnLater() {
        autopilot.fault(Map.of("effect", "STATUS", "status", 500));
        people(20);
        String export = Api.create(connection, customers);
        String id = Api.start(export, false).path("id");
        Json waiting = Api.until(export, id, "FAILED_RETRYING"::equals);
        assertThat(waiting.getString("reason")).isEqualTo("DESTINATION_UNAVAILABLE");
        assertThat(waiting.getString("nextAttemptAt")).isNotNull();
        autopilot.clearFaults();
        assertThat(Api.end(export, id).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(20);
    }

    @Test
    void stillKnowsWhomItPutOnAListAfterAnAnswerThatTheyWereGone() {
        people(5);
        profile("p0", EARLY, "p0@example.com", customers, fans);
        autopilot.fault(Map.of(
                "effect", "STATUS", "status", 404, "path", "/list/{list}/contact/{contact}", "skip", 1, "next", 1));
        String export = Api.create(connection, customers, fans);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(5);
        // He leaves both, whichever of them it was about.
        profile("p0", EARLY, "p0@example.com");

        Api.end(export, Api.start(export, true).path("id"));

        assertThat(autopilot.memberships().get("Customers")).hasSize(4).doesNotContain("p0@example.com");
        assertThat(autopilot.memberships().get("Fans")).isEmpty();
    }

    @Test
    void putsBackWhomItOnceFoundThereAndWhoHasComeBack() {
        String list = autopilot
                .asSomebodyElse("POST", "/list", Map.of("name", "Fans"))
                .getString("list_id");
        autopilot.asSomebodyElse(
                "POST", "/contact", Map.of("contact", Map.of("Email", "ana@example.com", "_autopilot_list", list)));
        profile("a", EARLY, "ana@example.com", customers, fans);
        String export = Api.create(connection, customers, fans);
        Api.run(export);
        profile("a", EARLY, "ana@example.com", customers);
        Api.run(export);
        assertThat(autopilot.memberships().get("Fans"))
                .as("it was not the export that put her there")
                .containsExactly("ana@example.com");
        autopilot.deleteAsSomebodyElse("/list/" + list + "/contact/ana@example.com");
        profile("a", EARLY, "ana@example.com", customers, fans);

        Api.run(export);

        assertThat(autopilot.memberships().get("Fans")).containsExactly("ana@example.com");
    }

    @Test
    void countsAProfileOnceHoweverOftenItIsRefused() {
        profile("a", EARLY, "ana@example.com", customers, fans);
        profile("b", EARLY, "bea@example.com", customers);
        autopilot.fault(Map.of("effect", "STATUS", "status", 400, "path", "/list/{list}/contact/{contact}", "next", 2));
        String export = Api.create(connection, customers, fans);
        Json run = Api.run(export);
        assertThat(run.getMap("totals"))
                .containsAllEntriesOf(Map.of("profiles", 2, "eligible", 1, "rejected", 1, "membershipsJoined", 1));
        assertThat(Api.rejections(export, run.getString("id"))).containsOnlyKeys(prefix + "a");
    }

    @Test
    void comesBackWhenAutopilotSaidHoweverLongThatIs() {
        autopilot.fault(Map.of("effect", "STATUS", "status", 429, "retryAfterSeconds", 7_200, "next", 1));
        people(3);
        String export = Api.create(connection, customers);
        String id = Api.start(export, false).path("id");
        Json waiting = Api.until(export, id, "FAILED_RETRYING"::equals);
        assertThat(waiting.getString("reason")).isEqualTo("THROTTLED");
        assertThat(Instant.parse(waiting.getString("nextAttemptAt")))
                .isBetween(
                        Instant.parse(waiting.getString("requestedAt")).plusSeconds(7_200),
                        Instant.now().plusSeconds(7_201));
        assertThat(autopilot.totalRequests()).isEqualTo(1);
    }

    /** Case O09. */
    @Test
    void stopsWhenAutopilotRefusesTheKey() {
        autopilot.fault(Map.of("effect", "STATUS", "status", 401));
        people(3);
        String export = Api.create(connection, customers);
        Json run = Api.run(export);
        assertThat(run.getString("status")).isEqualTo("FAILED_PERMANENT");
        assertThat(run.getString("reason")).isEqualTo("INVALID_API_KEY");
        assertThat(neighbours.needsAttention(connection)).isTrue();
    }

    @Test
    void stopsWhenTheConnectionIsRemovedOnTheWay() {
        UUID slow = neighbours.connection(autopilot, 5);
        people(200);
        String export = Api.create(slow, customers);
        String id = Api.start(export, false).path("id");
        Api.until(export, id, "PROCESSING"::equals);
        Patience.await().until(() -> Api.get(export, id).getInt("totals.membershipsJoined") > 0);
        neighbours.removeConnection(slow);
        Json run = Api.end(export, id);
        assertThat(run.getString("reason")).isEqualTo("CONNECTION_CLOSED");
        assertThat(autopilot.memberships().get("Customers")).hasSizeLessThan(200);
        assertThat(autopilot.peakPerSecond()).isLessThanOrEqualTo(5);
    }

    @Test
    void asksBeforeItTakesManyPeopleOff() {
        people(120);
        String export = Api.create(connection, customers);
        Api.run(export);
        IntStream.range(0, 40).forEach(i -> neighbours.removeProfile(prefix + "p" + i));
        autopilot.clearCounters();
        Json stopped = Api.run(export);
        assertThat(stopped.getString("status")).isEqualTo("SKIPPED");
        assertThat(stopped.getString("reason")).isEqualTo("MASS_REMOVAL");
        assertThat(stopped.getString("detail"))
                .startsWith("40 of 120 people would be taken off their audiences; the segment \"Customers\" ("
                        + customers + ") loses 40 of 120. If that is right, run it with confirmRemovals.");
        assertThat(autopilot.requests()).isEmpty();
        String confirmed = Api.start(export, true).path("id");
        assertThat(Api.end(export, confirmed).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(80);
    }

    @Test
    void doesNotTakeABrokenStreamForPeopleWhoLeft() {
        people(50);
        String export = Api.create(connection, customers);
        Api.run(export);
        neighbours.cutStreams(true);
        String id = Api.start(export, false).path("id");
        try {
            assertThat(Api.until(export, id, "FAILED_RETRYING"::equals).getString("reason"))
                    .isEqualTo("PLATFORM_UNAVAILABLE");
        } finally {
            neighbours.cutStreams(false);
        }
        assertThat(Api.end(export, id).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(50);
    }

    @Test
    void skipsWhenNobodyHasAnAddress() {
        profile("a", EARLY, null, customers);
        String export = Api.create(connection, customers);
        assertThat(Api.run(export).getString("reason")).isEqualTo("NO_EMAIL_ADDRESSES");
    }

    @Test
    void succeedsWithNothingToDo() {
        String export = Api.create(connection, customers);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.requests()).isEmpty();
    }

    @Test
    void givesTheSameRunForTheSameIdempotencyKey() {
        String export = Api.create(connection, customers);
        String path = "/exports/" + export + "/runs";
        String first =
                Api.as("contributor").header("Idempotency-Key", "k").post(path).path("id");
        Api.end(export, first);
        Api.as("contributor")
                .header("Idempotency-Key", "k")
                .post(path)
                .then()
                .statusCode(202)
                .body("id", equalTo(first));
        List<String> ids = Api.as("viewer").get(path).jsonPath().getList("items.id");
        assertThat(ids).containsExactly(first);
    }

    @Test
    void refusesToStartWhileTheConnectionIsNotReady() {
        String export = Api.create(connection, customers);
        neighbours.change(connection, "exportUser", null);
        Api.start(export, false)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:insights:problem:connection-not-ready"))
                .body("detail", containsString("has no export user"));
        neighbours.change(connection, "exportUserLapsed", true);
        Api.start(export, false)
                .then()
                .statusCode(409)
                .body("detail", containsString("disabled at the identity provider"));
        neighbours.change(connection, "consented", false);
        Api.start(export, false).then().statusCode(409).body("detail", containsString("consent"));
        Api.as("viewer").get("/exports/" + export + "/runs").then().body("items.size()", equalTo(0));
    }

    private void people(int count) {
        IntStream.range(0, count).forEach(i -> profile("p" + i, EARLY, "p" + i + "@example.com", customers));
    }

    private void profile(String id, Instant updatedAt, String email, UUID... segments) {
        neighbours.profile(prefix + id, updatedAt, attributes(email, "Name " + id), segments);
    }

    private static Map<String, Object> attributes(String email, String name) {
        return email == null ? Map.of("first_name", name) : Map.of("email", email, "first_name", name, "points", 7);
    }

    private static TreeSet<String> set(String... values) {
        return new TreeSet<>(List.of(values));
    }
}
