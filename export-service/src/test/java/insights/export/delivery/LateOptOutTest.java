package insights.export.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.Json;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.OnTheWay;
import insights.export.testing.Sandbox;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who opts out while a run goes on is sent no more a few seconds later, however slow the destination is (D3). */
@QuarkusTest
class LateOptOutTest {

    private final Neighbours neighbours = Neighbours.get();
    private final Sandbox autopilot = new Sandbox();
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final UUID customers = neighbours.segment("Customers");
    private final AtomicInteger seen = new AtomicInteger();
    private OnTheWay way;
    private UUID connection;

    @BeforeEach
    void begin() throws IOException {
        way = new OnTheWay(0);
    }

    @AfterEach
    void end() {
        way.close();
        IntStream.range(0, 150).forEach(i -> neighbours.removeProfile(id(i)));
    }

    /** The last two joins are begun at once and wait for their turn: one goes out, the other would five seconds after it was begun. */
    @Test
    void whoOptsOutWhileTheJoinWaitsForItsTurnIsNotPutOnTheList() {
        people(1);
        String export = create("LIST", 1_000);
        Api.run(export);
        people(4);
        neighbours.change(connection, "rateLimitPerSecond", 0.4);
        way.look(passing -> {
            if (passing.path().contains("/list/") && seen.incrementAndGet() == 2) {
                neighbours.optOut(id(2));
                neighbours.optOut(id(3));
            }
        });

        Json run = Api.run(export);

        assertThat(seen).hasValue(2);
        assertThat(autopilot.memberships().get("Customers")).hasSize(3).contains("p0@example.com", "p1@example.com");
        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(rejections(run)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("reason", "OPTED_OUT"));
        neighbours.change(connection, "rateLimitPerSecond", 1_000.0);
        assertThat(Api.run(export).getInt("totals.requests"))
                .as("only the join that was asked for is taken back")
                .isOne();
        assertThat(autopilot.memberships().get("Customers"))
                .containsExactlyInAnyOrder("p0@example.com", "p1@example.com");
    }

    @Test
    void whoOptsOutBeforeTheBatchGoesOutIsNotSent() {
        people(150);
        way.look(passing -> {
            if (passing.path().endsWith("/contacts")) {
                boolean first = seen.incrementAndGet() == 1;
                way.latencyMillis(first ? 6_000 : 0);
                if (first) {
                    neighbours.optOut(id(149));
                }
            }
        });

        Json run = Api.run(create("FIELD", 100));

        assertThat(autopilot.contacts()).hasSize(149).doesNotContainKey("p149@example.com");
        assertThat(run.getString("status")).isEqualTo("COMPLETED_WITH_WARNINGS");
        assertThat(rejections(run)).singleElement().satisfies(line -> assertThat(line)
                .containsEntry("profileId", id(149))
                .containsEntry("reason", "OPTED_OUT"));
    }

    private static List<Map<String, String>> rejections(Json run) {
        return Api.as("contributor")
                .get("/exports/" + run.getString("exportId") + "/runs/" + run.getString("id") + "/rejections")
                .jsonPath()
                .getList("items");
    }

    private String create(String mode, double rate) {
        connection = neighbours.connection("AUTOPILOT", way.endpoint(), autopilot.key(), rate);
        Map<String, Object> request = new HashMap<>(Api.request(connection, customers));
        request.put("audienceMode", mode);
        return Api.create(request);
    }

    private void people(int count) {
        IntStream.range(0, count)
                .forEach(i -> neighbours.profile(
                        id(i),
                        Instant.EPOCH,
                        Map.of("email", "p" + i + "@example.com", "first_name", "Ann", "points", i),
                        customers));
    }

    private String id(int number) {
        return prefix + "%03d".formatted(number);
    }
}
