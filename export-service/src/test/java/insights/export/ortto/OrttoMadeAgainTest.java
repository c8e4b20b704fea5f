package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has another id at Ortto than an export was told, made again there or merged into somebody by hand, our tag included. */
@QuarkusTest
class OrttoMadeAgainTest extends OrttoWorld {

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"none", "badPersonRefusesBatch"})
    void isTakenOffByTheirAddress(String quirk) {
        play(quirk);
        String export = delivered("ana@example.com", "ben@example.com", "cid@example.com", "dan@example.com");
        madeAgain("ana@example.com");
        madeAgain("ben@example.com");
        deleteThere("cid@example.com");

        neighbours.optOut(id(0));
        profile(1, "ben@example.com", "Ben", neighbours.segment("Elsewhere"));
        neighbours.optOut(id(2));
        Json run = run(export);

        assertThat(ortto.tagged("Customers")).containsExactly("dan@example.com");
        assertThat(run.getList("warnings.reason")).isEmpty();
        assertThat(run.getInt("totals.membershipsLeft"))
                .as("who is gone did not leave")
                .isEqualTo(2);
        assertThat(ortto.people()).as("nobody is made by that").doesNotContainKey("cid@example.com");
        assertThat(previewed(export)).isZero();
    }

    @Test
    void isTakenOffWhenTheExportIsRemoved() {
        String export = delivered("ana@example.com", "ben@example.com");
        madeAgain("ana@example.com");

        remove(export);

        assertThat(ortto.tagged("Customers")).isEmpty();
    }

    @Test
    void isErasedByTheirAddress() {
        String export = delivered("ana@example.com", "ben@example.com");
        madeAgain("ana@example.com");

        Json run = erased(export, Map.of(id(0), List.of("ana@example.com")));

        assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(ortto.tagged("Customers")).containsExactly("ben@example.com");
    }

    @Test
    void itIsSaidIfNobodyKnowsTheAddressAnyMore() {
        String export = delivered("ana@example.com", "ben@example.com", "cid@example.com");
        madeAgain("ana@example.com");
        deleteThere("ben@example.com");
        neighbours.removeProfile(id(0));
        profile(1, "other@example.com", "Ben", neighbours.segment("Elsewhere"));

        Json run = run(export);

        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(run.getList("warnings.reason")).isEqualTo(List.of("MAY_STILL_BE_THERE"));
        assertThat(run.getList("warnings.segmentId")).isEqualTo(List.of(customers.toString()));
        assertThat(run(export).getString("status"))
                .as("nothing more is known of them")
                .isEqualTo("SUCCESSFUL");
    }

    @Test
    void itIsSaidOfWhoIsErasedToo() {
        String export = delivered("ana@example.com", "ben@example.com");
        madeAgain("ana@example.com");

        Json run = erased(export, Map.of());

        assertThat(run.getList("warnings.reason")).isEqualTo(List.of("MAY_STILL_BE_THERE"));
        assertThat(new Rows(database)
                        .number(
                                "select count(*) from erasure_proof where export_id = ?::uuid and outcome = 'NOT_FOUND'",
                                export))
                .isOne();
    }

    /** Merged into somebody who is wanted, by the address that they have here. */
    @Test
    void whoTookTheAddressOverStaysIfWanted() {
        String export = delivered("ana@example.com", "ben@example.com");
        deleteThere("ben@example.com");
        changeThere("ana@example.com", Map.of("str::email", "ben@example.com"));

        profile(1, "ben@example.com", "Ben", neighbours.segment("Elsewhere"));
        run(export);
        run(export);

        assertThat(ortto.tagged("Customers")).containsExactly("ben@example.com");
        neighbours.optOut(id(0));
        run(export);
        assertThat(ortto.tagged("Customers")).isEmpty();
    }

    /** It has the new id, from a run of its own. */
    @Test
    void anotherExportThatHoldsThemKeepsThem() {
        String export = delivered("ana@example.com", "ben@example.com");
        madeAgain("ana@example.com");
        String other = export(customers);
        run(other);

        remove(export);

        assertThat(ortto.tagged("Customers")).containsExactly("ana@example.com", "ben@example.com");
    }

    /** Under the same address, by an import or a form of theirs that gives our tag. */
    private void madeAgain(String email) {
        deleteThere(email);
        ortto.asSomebodyElse(
                "/person/merge",
                Map.of(
                        "people",
                        List.of(Map.of("fields", Map.of("str::email", email), "tags", List.of("Customers"))),
                        "merge_by",
                        List.of("str::email")));
    }

    private Json erased(String export, Map<String, List<String>> addresses) {
        neighbours.removeProfile(id(0));
        Api.as("segment-service")
                .body(Map.of("profileIds", List.of(id(0)), "addresses", addresses))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(202);
        String runs = "/exports/" + export + "/runs";
        return Api.end(
                export,
                Api.until(runs, all -> all.getList("items.purpose").contains("ERASE"))
                        .find("items", "purpose", "ERASE")
                        .getString("id"));
    }

    private static void remove(String export) {
        Api.as("contributor")
                .header("If-Match", "*")
                .queryParam("takeOff", true)
                .delete("/exports/" + export)
                .then()
                .statusCode(202);
        Api.untilGone("/exports/" + export);
    }
}
