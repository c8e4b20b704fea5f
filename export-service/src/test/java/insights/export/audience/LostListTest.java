package insights.export.audience;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody deletes a list at Autopilot between two runs (case Y12). */
@QuarkusTest
class LostListTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final UUID connection = neighbours.connection(autopilot, 10_000);
    private final UUID customers = neighbours.segment("Customers");
    private final UUID others = neighbours.segment("Others");
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> people = new ArrayList<>();
    private String export;

    @BeforeEach
    void deliverAndDelete() {
        people(0, 5, customers, others);
        export = Api.create(connection, customers, others);
        Json first = Api.run(export);
        assertThat(first.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(first.<Object>getList("warnings")).isEmpty();
        autopilot.deleteList("Customers");
        assertThat(autopilot.memberships()).containsOnlyKeys("Others");
    }

    @AfterEach
    void leaveAsFound() {
        people.forEach(neighbours::removeProfile);
    }

    @Test
    void whoJoinsFindsThatAndEverybodyIsPutOnANewOne() {
        people(5, 6, customers);
        isMadeAnew(6, "Customers");
    }

    @Test
    void whoLeavesFindsThatToo() {
        people(0, 1, others);
        isMadeAnew(4, "Customers");
    }

    @Test
    void itIsNamedAsTheSegmentIsNow() {
        neighbours.rename(customers, "Buyers");
        people(5, 6, customers);
        isMadeAnew(6, "Buyers");
    }

    @Test
    void withoutChangesNothingIsAskedAndTheNextChangeFindsIt() {
        Json nothing = Api.run(export);
        assertThat(nothing.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(nothing.getInt("totals.requests")).isZero();
        people(5, 6, customers);
        isMadeAnew(6, "Customers");
    }

    @Test
    void aListOfASegmentThatIsNotChosenAnyMoreIsNotMissed() {
        Api.as("contributor")
                .header("If-Match", "*")
                .body(Map.of("segmentIds", List.of(others)))
                .patch("/exports/" + export)
                .then()
                .statusCode(200);
        Json run = Api.run(export);
        assertThat(run.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(run.<Object>getList("warnings")).isEmpty();
        assertThat(autopilot.memberships()).containsOnlyKeys("Others");
    }

    private void isMadeAnew(int members, String title) {
        Json run = Api.run(export);

        assertThat(autopilot.memberships().get(title)).hasSize(members);
        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(run.getInt("totals.rejected")).isZero();
        assertThat(run.getList("warnings.reason")).isEqualTo(List.of("LIST_GONE"));
        assertThat(run.getString("warnings[0].segmentId")).isEqualTo(customers.toString());
        assertThat(run.getString("warnings[0].detail")).contains("\"" + title + "\"", "journeys", "the new one");

        Json next = Api.run(export);
        assertThat(next.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(next.<Object>getList("warnings")).isEmpty();
        assertThat(next.getInt("totals.requests")).isZero();
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
