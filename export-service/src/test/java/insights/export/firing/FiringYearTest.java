package insights.export.firing;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.testing.MutableClock;
import insights.export.definition.DueExports;
import insights.export.start.AutomaticRuns;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.Rows;
import insights.export.testing.Sandbox;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A year of schedules, kept by three nodes on one database, of which one at a time is stopped or killed, and started. */
@QuarkusTest
class FiringYearTest {

    private static final List<String> ZONES = List.of("Europe/Rome", "America/New_York", "Australia/Lord_Howe", "UTC");
    private static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");
    private static final int STEPS_BETWEEN_CHANGES = 40;

    @Inject
    DueExports exports;

    @Inject
    AutomaticRuns runs;

    @Inject
    FiringConfig config;

    @Inject
    AgroalDataSource database;

    @Inject
    Scheduler scheduler;

    private final UUID connection = Neighbours.get().connection(new Sandbox(), 1_000);
    private final UUID segment = Neighbours.get().segment("Customers");
    private final MutableClock clock = new MutableClock(FROM);
    private final Random random = new Random(7);
    private Rows rows;

    @BeforeEach
    void rest() {
        scheduler.pause();
        rows = new Rows(database);
    }

    @AfterEach
    void workAgain() {
        rows.change("delete from export where connection_id = ?", connection);
        scheduler.resume();
    }

    /** Cases T01, T02, T03, T05. */
    @Test
    @Timeout(120)
    void everyTimeIsFiredOnce() throws InterruptedException {
        Map<UUID, List<Instant>> expected = new LinkedHashMap<>();
        for (String zone : ZONES) {
            for (Map<String, Object> schedule : schedules(zone)) {
                List<Instant> firings = WallClock.firings(schedule, FROM, TO);
                expected.put(export(schedule, firings.getFirst()), firings);
            }
        }
        // The clocks of replicas never quite agree.
        List<Node> nodes = Stream.of(0, 400, -400)
                .map(millis -> Clock.offset(clock, Duration.ofMillis(millis)))
                .map(own -> new Node(new Firing(exports, runs, config, own)))
                .toList();
        nodes.forEach(Node::start);

        List<Node> down = new ArrayList<>();
        int step = 0;
        TreeSet<Instant> times = new TreeSet<>();
        expected.values().forEach(times::addAll);
        for (Instant time : times) {
            clock.advance(Duration.between(clock.instant(), time.plusMillis(500)));
            if (step++ % STEPS_BETWEEN_CHANGES == 0) {
                change(nodes, down);
            }
            awaitFired();
            // What was queued runs, so that the next time cannot join it.
            rows.change(
                    "update run set status = 'SUCCESSFUL' where status = 'QUEUED' and connection_id = ?", connection);
        }
        for (Node node : nodes) {
            if (!down.contains(node)) {
                node.stop();
            }
        }

        expected.forEach((export, firings) -> assertThat(fired(export)).containsExactlyElementsOf(firings));
        assertThat(times).hasSizeGreaterThan(2_000);
        assertThat(rows.number(
                        "select count(*) from run where connection_id = ? and (trigger <> 'SCHEDULED' or status <> 'SUCCESSFUL')",
                        connection))
                .isZero();
    }

    private static List<Map<String, Object>> schedules(String zone) {
        // What is peculiar to a zone happens at night.
        List<String> daily = zone.equals("UTC") ? List.of("02:15", "14:00") : List.of("02:15");
        return List.of(
                Map.of("kind", "DAILY", "times", daily, "timeZone", zone),
                Map.of(
                        "kind",
                        "WEEKLY",
                        "days",
                        List.of("SUNDAY"),
                        "times",
                        List.of("02:30", "03:00"),
                        "timeZone",
                        zone),
                Map.of(
                        "kind",
                        "MONTHLY",
                        "daysOfMonth",
                        List.of(29, 30, 31),
                        "times",
                        List.of("01:45"),
                        "timeZone",
                        zone));
    }

    private UUID export(Map<String, Object> schedule, Instant first) {
        Map<String, Object> request = Api.request(connection, segment);
        request.put("schedule", schedule);
        UUID id = UUID.fromString(Api.create(request));
        rows.change("update export set next_fire_at = ? where id = ?", first, id);
        return id;
    }

    /** The one that is down comes back, and another one goes: in good order, or as if its machine died. */
    private void change(List<Node> nodes, List<Node> down) throws InterruptedException {
        down.forEach(Node::start);
        down.clear();
        Node next = nodes.get(random.nextInt(nodes.size()));
        if (random.nextBoolean()) {
            next.kill();
        } else {
            next.stop();
        }
        down.add(next);
    }

    private void awaitFired() {
        while (rows.number(
                        "select count(*) from export where connection_id = ? and next_fire_at <= ?",
                        connection,
                        clock.instant().minusMillis(400))
                > 0) {
            LockSupport.parkNanos(200_000);
        }
    }

    private List<Instant> fired(UUID export) {
        return rows.instants("select scheduled_for from run where export_id = ? order by scheduled_for", export);
    }
}
