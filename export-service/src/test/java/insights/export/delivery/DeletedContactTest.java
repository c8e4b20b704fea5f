package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Fetch;
import insights.common.testing.Patience;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OrttoSandbox;
import insights.export.testing.OtherInstallation;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the operator chose so, the contact of somebody who was erased is deleted (D4). */
@QuarkusTest
@TestProfile(OtherInstallation.class)
class DeletedContactTest {

    @Inject
    AgroalDataSource database;

    private final Neighbours neighbours = Neighbours.get();
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();

    @AfterEach
    void leaveAsFound() {
        people.forEach(neighbours::removeProfile);
    }

    @Test
    void isGoneFromAutopilotAndNobodyElseIs() {
        Sandbox autopilot = new Sandbox();
        String export = delivered(Api.request(neighbours.connection(autopilot, 1_000), customers), "Email");

        erase(1);

        carriedOut(export, "CONTACT_DELETED");
        assertThat(autopilot.contacts()).containsOnlyKeys("p0@example.com", "p2@example.com");
        assertThat(autopilot.memberships().get("Customers"))
                .containsExactlyInAnyOrder("p0@example.com", "p2@example.com");
    }

    /** Case Y14. */
    @Test
    void whoSomebodyElseDeletedIsNotMissed() {
        Sandbox autopilot = new Sandbox();
        String export = delivered(Api.request(neighbours.connection(autopilot, 1_000), customers), "Email");
        autopilot.deleteAsSomebodyElse("/contact/p1@example.com");

        erase(1);

        carriedOut(export, "NOTHING_THERE");
        assertThat(autopilot.contacts()).containsOnlyKeys("p0@example.com", "p2@example.com");
    }

    /** On no list yet, and without an id here. */
    @Test
    void isGoneAlsoIfNoAnswerEverSaidThatItIsThere() {
        Sandbox autopilot = new Sandbox();
        String export = delivered(Api.request(neighbours.connection(autopilot, 1_000), customers), "Email");
        person(3);
        autopilot.fault(Map.of("effect", "CLOSE", "applied", true, "path", "/contact"));
        Api.until(export, Api.started(export, Map.of()), "FAILED_RETRYING"::equals);
        assertThat(autopilot.contacts()).containsKey("p3@example.com");
        assertThat(autopilot.memberships().get("Customers")).doesNotContain("p3@example.com");
        autopilot.clearFaults();

        erase(3);

        carriedOut(export, "CONTACT_DELETED");
        assertThat(autopilot.contacts()).containsOnlyKeys("p0@example.com", "p1@example.com", "p2@example.com");
    }

    @Test
    void isArchivedAndDeletedAtOrtto() {
        OrttoSandbox ortto = new OrttoSandbox();
        ortto.account().configure(Map.of("logged", true));
        String export = delivered(Api.request(ortto.connect(1_000), customers), "str::email");
        ortto.account().clearCounters();

        erase(1);

        carriedOut(export, "CONTACT_DELETED");
        assertThat(ortto.people()).containsOnlyKeys("p0@example.com", "p2@example.com");
        assertThat(ortto.account().log())
                .extracting(Sandbox.Request::path)
                .containsSubsequence("/v1/person/archive", "/v1/person/delete");
    }

    /** Made anew they would be subscribed again, and what others noted about them would be lost. */
    @Test
    void staysForWhoeverElseHasTheAddress() {
        OrttoSandbox ortto = new OrttoSandbox();
        UUID connection = ortto.connect(1_000);
        String export = delivered(Api.request(connection, customers), "str::email");
        String second = delivered(Api.request(connection, customers), "str::email");
        person(3, 1, 1);
        Api.run(export);
        String speaker = speaker(export);
        Object id = ortto.people().get("p1@example.com").get("id");

        erase(speaker, 1);

        carriedOut(export, "TAKEN_OFF");
        carriedOut(second, "TAKEN_OFF");
        assertThat(ortto.people().get("p1@example.com").get("id")).isEqualTo(id);
        assertThat(new Rows(database).number("select count(*) from rejection where other_profile_id = ?", speaker))
                .as("whom it was is forgotten")
                .isZero();
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(ortto.people().get("p1@example.com").get("id")).isEqualTo(id);
    }

    @Test
    void isDeletedIfWhoeverElseHadTheAddressHasAnotherByNow() {
        OrttoSandbox ortto = new OrttoSandbox();
        String export = delivered(Api.request(ortto.connect(1_000), customers), "str::email");
        person(3, 1, 1);
        Api.run(export);
        String speaker = speaker(export);
        int other = speaker.equals(prefix + 1) ? 3 : 1;
        person(other, 4, 2);

        erase(speaker, 1);

        carriedOut(export, "CONTACT_DELETED");
        assertThat(ortto.people()).containsOnlyKeys("p0@example.com", "p2@example.com");
    }

    /** They go by the same id, and by no address that anybody still knows. */
    @Test
    void isNotMissedByTheOtherExportsOfTheAccount() {
        OrttoSandbox ortto = new OrttoSandbox();
        UUID connection = ortto.connect(1_000);
        String first = delivered(Api.request(connection, customers), "str::email");
        String second = delivered(Api.request(connection, customers), "str::email");

        erase(prefix + 1, 5);

        Patience.await().until(() -> proofs(first, "%") == 1 && proofs(second, "%") == 1);
        assertThat(proofs(first, "CONTACT_DELETED") + proofs(second, "CONTACT_DELETED"))
                .isOne();
        assertThat(proofs(first, "NOTHING_THERE") + proofs(second, "NOTHING_THERE"))
                .isOne();
    }

    /** They are there with what they were given. */
    @Test
    void areAlsoThoseOfWhomTheExportWantsNoMore() {
        OrttoSandbox ortto = new OrttoSandbox();
        UUID connection = ortto.connect(1_000);
        String export = delivered(Api.request(connection, customers), "str::email");
        left(0);
        person(1, 5, 1);
        runConfirmed(export);
        assertThat(ortto.people()).containsKeys("p0@example.com", "p1@example.com", "p5@example.com");

        erase(0);
        erase(prefix + 1, 5);

        Patience.await().until(() -> proofs(export, "CONTACT_DELETED") == 2);
        assertThat(ortto.people()).containsOnlyKeys("p2@example.com");
        assertThat(formerContacts(connection)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?takeOff=true", ""})
    void areAlsoThoseOfAnExportThatIsThereNoMore(String how) {
        OrttoSandbox ortto = new OrttoSandbox();
        UUID connection = ortto.connect(1_000);
        String removed = delivered(Api.request(connection, customers), "str::email");
        String other = delivered(Api.request(connection, neighbours.segment("Nobody")), "str::email");
        remove(removed, how).statusCode(how.isEmpty() ? 204 : 202);
        Api.untilGone("/exports/" + removed);

        erase(1);

        carriedOut(other, "CONTACT_DELETED");
        assertThat(ortto.people()).containsOnlyKeys("p0@example.com", "p2@example.com");
    }

    @Test
    void isNotWhoseAddressSomebodyElseHasByNow() {
        OrttoSandbox ortto = new OrttoSandbox();
        UUID connection = ortto.connect(1_000);
        String export = delivered(Api.request(connection, customers), "str::email");
        left(0);
        runConfirmed(export);
        person(1, 0, 1);
        runConfirmed(export);

        erase(0);

        carriedOut(export, "%");
        assertThat(ortto.people()).containsKeys("p0@example.com", "p2@example.com");
    }

    @Test
    void areForgottenWithTheirConnection() {
        OrttoSandbox ortto = new OrttoSandbox();
        UUID connection = ortto.connect(1_000);
        String export = delivered(Api.request(connection, customers), "str::email");
        left(0);
        runConfirmed(export);
        assertThat(formerContacts(connection)).isOne();

        Api.connectionRemoved(connection, "REMOVE");

        assertThat(formerContacts(connection)).isZero();
    }

    /** Ortto may put off either step; nobody counts as erased who may still be there. */
    @Test
    void isAskedForAgainUntilOrttoHasDoneIt() {
        OrttoSandbox ortto = new OrttoSandbox();
        String export = delivered(Api.request(ortto.connect(1_000), customers), "str::email");
        ortto.account().configure(Map.of("quirks", Map.of("removalsScheduled", true), "laterMillis", 600_000));

        erase(1);
        ended(export, 1);
        assertThat(proofs(export, "%")).as("only promised").isZero();
        assertThat(Api.rejections(export, erasureRun(export))).isEqualTo(Map.of(prefix + 1, "NOT_DELETED"));
        assertThat(ortto.tagged("Customers")).as("mailed no more meanwhile").doesNotContain("p1@example.com");

        ortto.settle();
        erase(1);
        ended(export, 2);
        assertThat(ortto.people()).as("archived").doesNotContainKey("p1@example.com");
        assertThat(proofs(export, "%")).as("archived, and deletion promised").isZero();

        ortto.settle();
        erase(1);
        carriedOut(export, "NOTHING_THERE");
        assertThat(ortto.people()).containsOnlyKeys("p0@example.com", "p2@example.com");
    }

    /** Merged into somebody else, or made again (Y14). */
    @Test
    void isDeletedByTheAddressWhereNobodyHasTheIdAnyMore() {
        OrttoSandbox ortto = new OrttoSandbox();
        String export = delivered(Api.request(ortto.connect(1_000), customers), "str::email");
        ortto.delete((String) ortto.people().get("p1@example.com").get("id"));
        ortto.asSomebodyElse(
                "/person/merge",
                Map.of(
                        "people",
                        List.of(Map.of("fields", Map.of("str::email", "p1@example.com"))),
                        "merge_by",
                        List.of("str::email")));

        erase(1);

        carriedOut(export, "CONTACT_DELETED");
        assertThat(ortto.people()).containsOnlyKeys("p0@example.com", "p2@example.com");
    }

    private String delivered(Map<String, Object> standard, String email) {
        for (int person = 0; person < 3; person++) {
            person(person);
        }
        Map<String, Object> request = new HashMap<>(standard);
        request.put("dataMatching", List.of(Map.of("target", email, "field", "email")));
        String export = Api.create(request);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        return export;
    }

    private void person(int number) {
        person(number, number, 0);
    }

    private void person(int number, int address, int day) {
        people.add(prefix + number);
        neighbours.profile(
                prefix + number,
                Instant.EPOCH.plus(day, ChronoUnit.DAYS),
                Map.of("email", "p" + address + "@example.com", "first_name", "P" + number, "points", 1),
                customers);
    }

    private static void runConfirmed(String export) {
        assertThat(Api.run(export, Map.of("confirmRemovals", true)).getString("status"))
                .isEqualTo("SUCCESSFUL");
    }

    /** In no segment any more. */
    private void left(int number) {
        neighbours.profile(
                prefix + number,
                Instant.EPOCH,
                Map.of("email", "p" + number + "@example.com", "first_name", "P" + number, "points", 1));
    }

    private long formerContacts(UUID connection) {
        return new Rows(database).number("select count(*) from former_contact where connection_id = ?", connection);
    }

    private static ValidatableResponse remove(String export, String how) {
        return Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + export + how)
                .then();
    }

    /** Who speaks for the address of two. */
    private String speaker(String export) {
        String run = Api.get("/exports/" + export).getString("lastRun.id");
        return Fetch.json("contributor", "/exports/" + export + "/runs/" + run + "/rejections")
                .getString("items[0].otherProfileId");
    }

    /** Also what is told again, as segment-service does when it got no answer. */
    private void erase(int person) {
        erase(prefix + person, person);
    }

    private void erase(String profile, int address) {
        neighbours.removeProfile(profile);
        Api.erased(profile, "p" + address + "@example.com");
    }

    private void carriedOut(String export, String outcome) {
        Patience.await().until(() -> proofs(export, outcome) == 1);
    }

    private void ended(String export, int runs) {
        Patience.await()
                .until(() -> new Rows(database)
                                .number(
                                        "select count(*) from run where export_id = ? and purpose = 'ERASE' and finished_at is not null",
                                        UUID.fromString(export))
                        >= runs);
    }

    private static String erasureRun(String export) {
        return Api.get("/exports/" + export + "/runs")
                .find("items", "purpose", "ERASE")
                .getString("id");
    }

    private long proofs(String export, String outcome) {
        return new Rows(database)
                .number(
                        "select count(*) from erasure_proof where export_id = ? and outcome like ?",
                        UUID.fromString(export),
                        outcome);
    }
}
