package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told when something cannot be had at Ortto. */
@QuarkusTest
class OrttoReasonsTest extends OrttoWorld {

    @ParameterizedTest
    @ValueSource(strings = {"none", "badPersonRefusesBatch"})
    void whoseOptionIsNoneIsToldWithTheFieldInEachRun(String quirk) {
        play(quirk);
        create("single_select", "Plan", List.of("Free", "Pro"));
        people("Free", "Platinum", "Pro");
        String export = export("single_select:Plan");

        Json first = run(export);

        assertThat(first.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(ortto.tagged("Customers")).containsExactly("p0@example.com", "p2@example.com");
        assertThat(rejection(export, first))
                .containsEntry("profileId", id(1))
                .containsEntry("reason", "REFUSED_BY_DESTINATION")
                .containsEntry("field", "nickname");
        assertThat(rejection(export, run(export)))
                .containsEntry("reason", "REFUSED_BY_DESTINATION")
                .containsEntry("field", "nickname");
    }

    /** It is the same field (B1). */
    @Test
    void howAFieldComesIntoBeingSendsNobodyAgain() {
        people("Free", "Pro");
        String export = export("+text:Plan");
        run(export);
        for (String target : List.of("text:Plan", "+text:Plan", "text:Plan")) {
            Api.change("PATCH", "/exports/" + export, Map.of("dataMatching", matching(target)));
            ortto.account().clearCounters();
            run(export);
            assertThat(ortto.account().totalRequests()).as(target).isZero();
        }

        Api.change("PATCH", "/exports/" + export, Map.of("clearEmptied", true));
        profile(0, Map.of("email", "p0@example.com"), customers);
        run(export);
        assertThat(ortto.people().get("p0@example.com").toString()).doesNotContain("Free");
        assertThat(ortto.people().get("p1@example.com").toString()).contains("Pro");
    }

    private static List<Map<String, String>> matching(String target) {
        return List.of(Map.of("target", "str::email", "field", "email"), Map.of("target", target, "field", "nickname"));
    }

    /** The tag of what they left goes with the values otherwise (E4). */
    @Test
    void whoIsRefusedLeavesWhatTheyLeftAllTheSame() {
        create("single_select", "Plan", List.of("Free", "Pro"));
        people("Free", "Free");
        String export = export("single_select:Plan");
        UUID second = Neighbours.get().segment("Second");
        Api.change("PATCH", "/exports/" + export, Map.of("segmentIds", List.of(customers, second)));
        profile(0, Map.of("email", "p0@example.com", "nickname", "Free"), customers, second);
        run(export);
        assertThat(ortto.tagged("Second")).containsExactly("p0@example.com");

        profile(0, Map.of("email", "p0@example.com", "nickname", "Other"), customers);
        Json run = run(export);

        assertThat(rejection(export, run)).containsEntry("reason", "REFUSED_BY_DESTINATION");
        assertThat(ortto.tagged("Second")).isEmpty();
        assertThat(ortto.tagged("Customers")).containsExactly("p0@example.com", "p1@example.com");
        ortto.account().clearCounters();
        run(export);
        assertThat(ortto.account().totalRequests()).isZero();
    }

    /** Ortto takes them for one (Y15). */
    @Test
    void namesThatDifferInCaseAreOneFieldToWhoeverFillsItDifferently() {
        export(customers, "text:Nick Name", "nickname");
        assertThat(warnings(export(customers, "text:nick name", "first_name")))
                .singleElement()
                .asString()
                .contains("fills text:Nick Name from \"nickname\"", "this one from \"first_name\"", "runs last wins");
        assertThat(warnings(export(customers, "text:Other", "first_name"))).isEmpty();
    }

    private static List<String> warnings(String export) {
        List<String> warnings = Api.get("/exports/" + export).getList("warnings");
        return warnings == null ? List.of() : warnings;
    }

    @Test
    void anAccountThatTakesAnyOptionIsSentThem() {
        play("selectsTakeAnything");
        create("single_select", "Plan", List.of("Free", "Pro"));
        people("Platinum");
        assertThat(run(export("single_select:Plan")).getString("status")).isEqualTo("SUCCESSFUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "duplicateFieldConflicts"})
    void aNameTooMuchLikeThatOfAnotherFieldIsToldToBeSo(String quirk) {
        play(quirk);
        create("text", "Foo-Bar", List.of());
        people("Free");
        Json run = run(export("+text:Foo Bar"));
        assertThat(run.getString("reason")).isEqualTo("FIELD_NOT_AT_DESTINATION");
        assertThat(run.getString("detail"))
                .contains("Foo Bar", "match text:Foo-Bar")
                .doesNotContain("as many as");
    }

    @Test
    void anAccountThatHasAsManyFieldsAsItCanIsToldToBeSo() {
        IntStream.range(0, 100).forEach(i -> create("text", "Field " + i, List.of()));
        people("Free");
        assertThat(run(export("+text:Foo Bar")).getString("detail")).contains("Foo Bar", "has 100, as many as");
    }

    @Test
    void aFieldIsTheSameHoweverWideTheGapsInItsNameAre() {
        create("text", "Foo Bar", List.of());
        people("Free");
        assertThat(run(export("+text:foo  bar")).getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(ortto.field("p0@example.com", "str:cm:foo-bar")).isEqualTo("Free");
    }

    /** They have addresses, and opted out of nothing. */
    @Test
    void whereTheDestinationRefusedEverybodyBeforeNobodyIsSaidToHaveNoAddress() {
        ortto.suppress("p0@example.com");
        people("Free");
        String export = export("+text:Plan");
        run(export);
        ortto.account().clearCounters();

        Json run = run(export);

        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(Api.rejections(export, run.getString("id")))
                .containsExactly(Map.entry(id(0), "SUPPRESSED_AT_DESTINATION"));
        assertThat(ortto.account().totalRequests()).isZero();
    }

    private void create(String type, String name, List<String> options) {
        ortto.asSomebodyElse("/person/custom-field/create", Map.of("type", type, "name", name, "values", options));
    }

    private void people(String... nicknames) {
        for (int i = 0; i < nicknames.length; i++) {
            profile(i, Map.of("email", "p%d@example.com".formatted(i), "nickname", nicknames[i]), customers);
        }
    }

    private String export(String target) {
        return export(customers, target, "nickname");
    }

    /** The only one. */
    private static Map<String, Object> rejection(String export, Json run) {
        List<Map<String, Object>> all = Api.as("contributor")
                .get("/exports/" + export + "/runs/" + run.getString("id") + "/rejections")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
