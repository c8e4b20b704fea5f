package insights.export.overview;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** All exports in numbers. Other tests have made exports too: what is looked at is what ours add. */
@QuarkusTest
class ExportsOverviewResourceTest {

    private final Neighbours neighbours = Neighbours.get();
    private final UUID connection = neighbours.connection(new Sandbox(), 1_000);
    private final UUID segment = neighbours.segment("Customers");

    @Test
    void countsAllWhateverTheyCameTo() {
        Json before = overview();
        neighbours.profile(UUID.randomUUID().toString(), Instant.EPOCH, Map.of(), segment);
        String skipped = Api.create(connection, segment);
        assertThat(Api.run(skipped).getString("status")).isEqualTo("SKIPPED");
        assertThat(Api.run(skipped).getString("status")).as("once more").isEqualTo("SKIPPED");
        Api.create(connection, segment);
        String off = Api.create(scheduled(Map.of("kind", "OFF")));
        String detached = Api.create(connection, segment);
        Api.as("contributor")
                .header("If-Match", "*")
                .delete("/exports/" + detached + "/connection")
                .then()
                .statusCode(200);

        Json after = overview();

        assertThat(off).isNotNull();
        assertThat(after.getLong("exportCount") - before.getLong("exportCount")).isEqualTo(4);
        assertThat(after.getLong("active") - before.getLong("active")).isEqualTo(2);
        assertThat(lastRuns(after, "SKIPPED") - lastRuns(before, "SKIPPED"))
                .as("each by its last run")
                .isEqualTo(1);
    }

    @Test
    void namesThoseThatTheClockSetsOffSoonest() {
        List<String> early = new ArrayList<>();
        for (int i = 0; i < ExportsOverview.MOST_NEXT; i++) {
            early.add(Api.create(
                    scheduled(Map.of("kind", "DAILY", "times", List.of("00:00", "12:00"), "timeZone", "Europe/Rome"))));
        }
        Instant ours =
                Instant.parse(Api.get("/exports/" + early.getFirst()).getString("schedule.nextFireTimes[0].utc"));
        int twoWeeksLater = ours.atZone(ZoneOffset.UTC).plusDays(14).getDayOfMonth();
        String late = Api.create(scheduled(Map.of(
                "kind",
                "MONTHLY",
                "times",
                List.of("03:00"),
                "daysOfMonth",
                List.of(twoWeeksLater),
                "timeZone",
                "UTC")));

        Json found = overview();

        assertThat(found.getList("next")).hasSize(ExportsOverview.MOST_NEXT);
        assertThat(found.getList("next.exportId")).doesNotContain(late);
        List<String> times = found.getList("next.at");
        assertThat(times).isSorted();
        // Whoever else is there may come before ours, and nobody after them.
        assertThat(Instant.parse(times.getLast())).isBeforeOrEqualTo(ours);
        assertThat(found.getList("next.displayName", String.class)).allMatch(name -> !name.isBlank());
    }

    private Map<String, Object> scheduled(Map<String, Object> schedule) {
        Map<String, Object> request = new HashMap<>(Api.request(connection, segment));
        request.put("schedule", schedule);
        return request;
    }

    private static Json overview() {
        return Json.from(Api.as("viewer")
                .get("/exports/overview")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static long lastRuns(Json overview, String status) {
        return overview.getList("lastRuns", Map.class).stream()
                .filter(count -> count.get("status").equals(status))
                .mapToLong(count -> ((Number) count.get("exportCount")).longValue())
                .sum();
    }
}
