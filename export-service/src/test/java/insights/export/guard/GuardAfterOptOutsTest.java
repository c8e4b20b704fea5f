package insights.export.guard;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Opt-outs and erasures are no matter of the guard against mass removal (B5), so they do not end it either: what they bring
 * below the 100 people that are guarded is counted as if they were still there.
 */
@QuarkusTest
class GuardAfterOptOutsTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 10_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID others = neighbours.segment("Others");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();

    @AfterEach
    void leaveAsFound() {
        people.forEach(neighbours::removeProfile);
    }

    @ParameterizedTest
    @CsvSource({"LIST, true", "LIST, false", "FIELD, true", "FIELD, false"})
    void anAudienceStaysGuardedAfterOptOuts(String mode, boolean leaveAtOnce) {
        people(0, 120, customers);
        String export = export(mode);
        assertThat(Api.run(export).getString("status")).isEqualTo("SUCCESSFUL");
        IntStream.range(0, 30).forEach(i -> neighbours.optOut(prefix + "p" + i));
        if (leaveAtOnce) {
            people(0, 30);
        }
        assertThat(Api.run(export).getInt("totals.membershipsLeft")).isEqualTo(30);

        people(30, 70);
        Json run = Api.run(export);
        assertThat(run.getString("reason")).isEqualTo("MASS_REMOVAL");
        assertThat(run.getString("detail")).contains("40 of 90 people");
        String confirmed =
                Api.start(export, true).then().statusCode(202).extract().path("id");
        assertThat(Api.end(export, confirmed).getInt("totals.membershipsLeft")).isEqualTo(40);

        // 50 are there, and 30 opted out: that would be too few to be guarded, also with these.
        people(70, 100);
        assertThat(Api.run(export).getInt("totals.membershipsLeft")).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "FIELD"})
    void anAudienceStaysGuardedAfterErasures(String mode) {
        people(0, 120, customers);
        String export = export(mode);
        Api.run(export);
        List<String> erased =
                IntStream.range(0, 30).mapToObj(i -> prefix + "p" + i).toList();
        erased.forEach(neighbours::removeProfile);
        Api.as("platform")
                .body(Map.of("profileIds", erased))
                .post("/hooks/profiles-erased")
                .then()
                .statusCode(202);
        Api.run(export);

        people(30, 70);

        assertThat(Api.run(export).getString("reason")).isEqualTo("MASS_REMOVAL");
    }

    @Test
    void twoAudiencesThatAreGuardedTogetherStaySo() {
        people(0, 60, customers);
        people(60, 120, others);
        Map<String, Object> request = Api.request(connection, customers, others);
        String export = Api.create(request);
        Api.run(export);
        IntStream.range(0, 15).forEach(i -> neighbours.optOut(prefix + "p" + i));
        IntStream.range(60, 75).forEach(i -> neighbours.optOut(prefix + "p" + i));
        Api.run(export);

        people(20, 45);
        people(80, 95);

        Json run = Api.run(export);
        assertThat(run.getString("reason")).isEqualTo("MASS_REMOVAL");
        assertThat(run.getString("detail")).contains("40 of 90 people");
    }

    @Test
    void whatIsBigEnoughAgainBeginsAnew() {
        people(0, 120, customers);
        String export = export("LIST");
        Api.run(export);
        IntStream.range(0, 30).forEach(i -> neighbours.optOut(prefix + "p" + i));
        Api.run(export);
        people(120, 140, customers);
        assertThat(Api.run(export).getInt("totals.membershipsJoined")).isEqualTo(20);
        people(30, 50);
        assertThat(Api.run(export).getInt("totals.membershipsLeft"))
                .as("90 are left")
                .isEqualTo(20);

        people(50, 90);
        assertThat(Api.run(export).getInt("totals.membershipsLeft")).isEqualTo(40);
    }

    private String export(String mode) {
        Map<String, Object> request = Api.request(connection, customers);
        request.put("audienceMode", mode);
        return Api.create(request);
    }

    private void people(int from, int to, UUID... in) {
        IntStream.range(from, to).forEach(i -> {
            people.add(prefix + "p" + i);
            neighbours.profile(
                    prefix + "p" + i,
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Map.of("email", "p" + i + "@example.com", "first_name", "P", "points", 1),
                    in);
        });
    }
}
