package insights.export.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of contacts that Autopilot does not take, and of runs that would be too many for the contract. */
@QuarkusTest
class RejectionResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID fans = neighbours.segment("Fans");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    /** Case Y08. */
    @Test
    void sendsRefusedContactsAgainWhenToldTo() {
        autopilot.fault(Map.of("effect", "REFUSE_EMAIL", "email", "c3@example.com"));
        people("c", 5, customers);
        String export = Api.create(connection, customers);
        assertThat(Api.run(export).getInt("totals.rejected")).isEqualTo(1);
        autopilot.clearFaults();
        autopilot.clearCounters();
        assertThat(Api.run(export).getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(autopilot.requests()).as("not told to").isEmpty();

        Json told = retry(export);

        assertThat(told.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Customers")).hasSize(5);
        assertThat(autopilot.requests()).containsEntry("POST /contact", 1);
    }

    @Test
    void remembersWhatIsRefusedAgain() {
        autopilot.fault(Map.of("effect", "REFUSE_EMAIL", "email", "c3@example.com"));
        people("c", 5, customers);
        String export = Api.create(connection, customers);
        Api.run(export);
        Json told = retry(export);
        assertThat(Api.rejections(export, told.getString("id"))).containsOnlyKeys(prefix + "c3");
        autopilot.clearCounters();
        Api.run(export);
        assertThat(autopilot.requests()).isEmpty();
    }

    @Test
    void stopsBeforeAnythingIsSentWhenTheContractAllowsFewerContacts() {
        neighbours.change(connection, "maxContacts", 12);
        people("c", 10, customers);
        people("f", 3, fans);
        String first = Api.create(connection, customers);
        assertThat(Api.run(first).getString("status")).isEqualTo("SUCCESSFUL");
        autopilot.clearCounters();
        String second = Api.create(connection, fans);

        Json run = Api.run(second);

        assertThat(run.getString("status")).isEqualTo("SKIPPED");
        assertThat(run.getString("reason")).isEqualTo("CONTACT_LIMIT");
        assertThat(run.getString("detail")).contains("13 contacts", "allows 12", "administrator");
        assertThat(autopilot.requests()).isEmpty();
        neighbours.removeProfile(prefix + "f0");
        assertThat(Api.run(second).getString("status")).as("10 and 2 are 12").isEqualTo("SUCCESSFUL");
    }

    @Test
    void countsAPersonInTwoExportsOnceAndLetsRemovalsThrough() {
        neighbours.change(connection, "maxContacts", 5);
        people("c", 5, customers, fans);
        Api.run(Api.create(connection, customers));
        String second = Api.create(connection, fans);
        assertThat(Api.run(second).getString("status")).isEqualTo("SUCCESSFUL");
        neighbours.change(connection, "maxContacts", 2);
        neighbours.removeProfile(prefix + "c0");
        Json run = Api.run(second);
        assertThat(run.getString("status")).as("nobody is added").isEqualTo("SUCCESSFUL");
        assertThat(run.getInt("totals.membershipsLeft")).isEqualTo(1);
    }

    @Test
    void saysSoWhenAutopilotRefusesForThePlan() {
        autopilot.configure(Map.of("maxContacts", 4, "quirks", Map.of("overPlanRefusesBatch", true)));
        people("c", 10, customers);
        Json run = Api.run(Api.create(connection, customers));
        assertThat(run.getString("status")).isEqualTo("FAILED_PERMANENT");
        assertThat(run.getString("reason")).isEqualTo("PLAN_LIMIT");
        assertThat(run.getString("detail")).contains("contract with the destination");
    }

    @Test
    void saysSoAlsoWhenABatchLeavesOutWhatThePlanHasNoRoomFor() {
        autopilot.configure(Map.of("maxContacts", 4));
        people("c", 10, customers);
        assertThat(Api.run(Api.create(connection, customers)).getString("reason"))
                .isEqualTo("PLAN_LIMIT");
    }

    @Test
    void areFoundByTheBeginningOfTheIdAmongAllOfThem() {
        for (String id : List.of("a-1", "a_1", "a_2", "a_3", "b_1")) {
            neighbours.profile(prefix + id, Instant.EPOCH, Map.of(), customers);
        }
        neighbours.profile(prefix + "ok", Instant.EPOCH, Map.of("email", "ok@example.com"), customers);
        String export = Api.create(connection, customers);
        String report =
                "/exports/" + export + "/runs/" + Api.run(export).getString("id") + "/rejections?limit=2&q=" + prefix;

        assertThat(found(report)).containsExactly(prefix + "a-1", prefix + "a_1");
        Json some = page(report + "a_");
        assertThat(some.getList("items.profileId")).containsExactly(prefix + "a_1", prefix + "a_2");
        assertThat(some.getInt("counts[0].profiles")).as("of all").isEqualTo(5);
        assertThat(found(some.getString("next"))).containsExactly(prefix + "a_3");
        assertThat(found(report + "1")).isEmpty();
    }

    private static List<String> found(String path) {
        return page(path).getList("items.profileId");
    }

    private static Json page(String path) {
        return Json.from(
                Api.as("contributor").get(path).then().statusCode(200).extract().asString());
    }

    @Test
    void saysWhichFieldHasTheValueThatDoesNotFit() {
        Map<String, Object> half = Map.of("email", "half@example.com", "first_name", "Half", "points", 1.5);
        neighbours.profile(prefix + "half", Instant.EPOCH, half, customers);
        neighbours.profile(prefix + "none", Instant.EPOCH, Map.of("points", 1.5), customers);
        String export = Api.create(connection, customers);
        String report = "/exports/" + export + "/runs/" + Api.run(export).getString("id") + "/rejections";

        List<Map<String, String>> items = Api.as("contributor")
                .get(report)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(items).hasSize(2);
        assertThat(items.get(0))
                .containsEntry("profileId", prefix + "half")
                .containsEntry("reason", "VALUE_DOES_NOT_FIT")
                .containsEntry("field", "points");
        assertThat(items.get(1)).containsEntry("reason", "NO_EMAIL").doesNotContainKey("field");

        String csv = Api.as("contributor")
                .get(report + ".csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        List<String> lines = csv.lines().toList();
        assertThat(lines.get(0)).endsWith("\"otherProfileId\",\"field\"");
        assertThat(lines.get(1))
                .startsWith("\"" + prefix + "half\"")
                .endsWith(",,\"points\"")
                .doesNotContain("1.5");
        assertThat(lines.get(2)).startsWith("\"" + prefix + "none\"").endsWith(",,");
    }

    private Json retry(String export) {
        String run = Api.as("contributor")
                .body(Map.of("retryRejected", true))
                .post("/exports/" + export + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return Api.end(export, run);
    }

    private void people(String name, int count, UUID... segments) {
        IntStream.range(0, count)
                .forEach(i -> neighbours.profile(
                        prefix + name + i, Instant.EPOCH, Map.of("email", name + i + "@example.com"), segments));
    }
}
