package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OrttoSandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told when something cannot be had at Ortto. */
@QuarkusTest
class OrttoReasonsTest {

    private final Neighbours neighbours = Neighbours.get();
    private final OrttoSandbox ortto = new OrttoSandbox();
    private final UUID connection = ortto.connect(1_000);
    private final UUID customers = neighbours.segment("Customers");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final List<String> profiles = new ArrayList<>();

    @AfterEach
    void leaveAsFound() {
        profiles.forEach(neighbours::removeProfile);
    }

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

    private void play(String quirk) {
        if (!quirk.equals("none")) {
            ortto.account().configure(Map.of("quirks", Map.of(quirk, true)));
        }
    }

    private void create(String type, String name, List<String> options) {
        ortto.asSomebodyElse("/person/custom-field/create", Map.of("type", type, "name", name, "values", options));
    }

    private void people(String... nicknames) {
        for (int i = 0; i < nicknames.length; i++) {
            profiles.add(id(i));
            neighbours.profile(
                    id(i),
                    Instant.EPOCH,
                    Map.of("email", "p%d@example.com".formatted(i), "nickname", nicknames[i]),
                    customers);
        }
    }

    private String id(int number) {
        return prefix + number;
    }

    private String export(String target) {
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put(
                "dataMatching",
                List.of(
                        Map.of("target", "str::email", "field", "email"),
                        Map.of("target", target, "field", "nickname")));
        return Api.create(request);
    }

    private static Json run(String export) {
        return Api.end(
                export, Api.start(export, true).then().statusCode(202).extract().path("id"));
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
