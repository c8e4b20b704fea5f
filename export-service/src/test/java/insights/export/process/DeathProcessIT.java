package insights.export.process;

import static insights.common.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import com.sun.net.httpserver.HttpServer;
import insights.common.testing.Json;
import insights.common.testing.OidcResource;
import insights.export.testing.Api;
import insights.export.testing.ExportDatabase;
import insights.export.testing.Neighbours;
import insights.export.testing.NeighboursResource;
import insights.export.testing.OnTheWay;
import insights.export.testing.Replica;
import insights.export.testing.Sandbox;
import insights.export.testing.SandboxResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs whose worker dies or falls asleep, and schedules whose replicas do: real processes of the packaged service on one database. */
@Tag("process")
class DeathProcessIT {

    private static final long SEED = Long.getLong("death.seed", 20_260_301);
    private static final int KILLS = 8;
    private static final int PROFILES = 8_000;
    private static final int BATCH = 100;
    /** So long after an answer it may not be recorded yet. */
    private static final Duration MOMENT = Duration.ofMillis(200);
    /** Looks for the list, creates it, and reads it before and after it has tried whether memberships ride along, which they do not. */
    private static final int LIST_REQUESTS = 4;

    private static final int SCHEDULED = 36;

    /** One every quarter of a second, each again in half a day. The names say the times that are planned. */
    private static final String PLAN = """
            insert into export (id, display_name, connection_id, ledger_connection_id, segment_ids, data_matching,
                                audience_mode, schedule, next_fire_at, version, created_at, created_by, created_by_subject,
                                updated_at, updated_by, updated_by_subject)
            select uuidv7(), at::text, '%1$s', '%1$s', array['%2$s'::uuid], '[{"target":"Email","field":"email"}]', 'LIST',
                   jsonb_build_object('kind', 'DAILY', 'timeZone', 'UTC', 'times',
                     jsonb_build_array(to_char(now() at time zone 'UTC' + interval '12 hours', 'HH24:MI'))),
                   at, 0, now(), 'test', 'test', now(), 'test', 'test'
            from (select date_trunc('milliseconds', now()) + number * interval '250 milliseconds' as at
                  from generate_series(1, %3$d) as number) as planned""";

    private static final List<QuarkusTestResourceLifecycleManager> SURROUNDINGS =
            List.of(new ExportDatabase(), new OidcResource(), new NeighboursResource(), new SandboxResource());
    private static final Map<String, String> CONFIGURATION = new HashMap<>();
    private static final List<Replica> REPLICAS = new ArrayList<>();
    private static final AtomicInteger TRACES = new AtomicInteger();
    private static HttpServer collector;

    private final Sandbox autopilot = new Sandbox();
    private final UUID segment = Neighbours.get().segment("Everybody");
    private OnTheWay way;
    private UUID connection;
    private final Random random = new Random(SEED);
    private String runPath;
    private String runId;

    @BeforeAll
    static void start() throws IOException {
        collectTraces();
        SURROUNDINGS.forEach(one -> CONFIGURATION.putAll(one.start()));
        CONFIGURATION.putAll(Map.of(
                "insights.exports.max-profiles", Integer.toString(PROFILES),
                "insights.runs.poll", "1s",
                "insights.runs.renew", "1s",
                "insights.runs.lease", "3s",
                "insights.schedules.poll", "1s"));
        // The first one makes the tables; all the others only start a little faster without looking at them.
        REPLICAS.add(new Replica("replica-0", CONFIGURATION));
        REPLICAS.getFirst().start();
        REPLICAS.getFirst().awaitReady();
        CONFIGURATION.putAll(Map.of(
                "quarkus.flyway.migrate-at-start",
                "false",
                "quarkus.hibernate-orm.schema-management.strategy",
                "none"));
        IntStream.range(1, 3).forEach(i -> REPLICAS.add(new Replica("replica-" + i, CONFIGURATION)));
        REPLICAS.stream().skip(1).forEach(Replica::start);
        REPLICAS.forEach(Replica::awaitReady);
    }

    /** Where this installation wants its traces. */
    private static void collectTraces() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            exchange.getRequestBody().readAllBytes();
            TRACES.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        CONFIGURATION.put(
                "quarkus.otel.exporter.otlp.endpoint",
                "http://localhost:" + collector.getAddress().getPort());
        CONFIGURATION.put("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        collector.stop(0);
        for (Replica replica : REPLICAS) {
            replica.kill();
        }
        SURROUNDINGS.reversed().forEach(QuarkusTestResourceLifecycleManager::stop);
        RestAssured.reset();
    }

    /** Whatever the test before did to them. */
    @BeforeEach
    void everyReplicaIsUp() throws Exception {
        way = new OnTheWay(300);
        connection = Neighbours.get().connection("AUTOPILOT", way.endpoint(), autopilot.key(), 20);
        for (Replica replica : REPLICAS) {
            replica.revive();
        }
    }

    @AfterEach
    void nothingIsOnTheWay() {
        way.close();
    }

    @Test
    void aRunSurvivesKillAfterKillAndRepeatsAtMostWhatWasInFlight() throws Exception {
        int unsettled = 0;
        people(PROFILES);
        String export = createAndStart("FIELD");
        for (int kill = 1; kill <= KILLS; kill++) {
            Replica worker = workerOf(runId, kill);
            awaitRandomMoment(kill);
            worker.kill();
            unsettled += way.unsettled(MOMENT);
            forgetLease();
            worker.start();
        }
        call(REPLICAS.getFirst().awaitReady());
        Json end = end();

        assertThat(end.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.contacts().values())
                .hasSize(PROFILES)
                .allMatch(contact -> contact.get("custom_fields").toString().contains("value=true"));
        assertThat(autopilot.totalRequests())
                .as("requests, seed %d", SEED)
                .isBetween(PROFILES / BATCH, PROFILES / BATCH + unsettled);
        assertThat(way.mostInFlight()).isGreaterThanOrEqualTo(4);
        assertThat(way.faults()).isEmpty();
        int before = autopilot.totalRequests();
        startRun(export);
        assertThat(end().getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.totalRequests()).as("nothing was left to do").isEqualTo(before);
    }

    @Test
    void ofTwoWorkersTheOneThatLostItsLeaseSendsNothingMore() throws Exception {
        int profiles = 1_000;
        people(profiles);
        way.latencyMillis(40);
        Neighbours.get().change(connection, "rateLimitPerSecond", 300.0);
        createAndStart("LIST");
        Replica first = workerOf(runId, 1);
        awaitRequests(300);
        first.kill();
        int unsettled = way.unsettled(MOMENT);
        callAnotherThan(first);
        Replica second = workerOf(runId, 2);
        awaitRequests(700);
        second.pause();
        unsettled += way.unsettled(MOMENT);
        REPLICAS.stream().filter(one -> one != first && one != second).forEach(this::call);
        Replica third = workerOf(runId, 3);
        second.resume();
        Json end = end();

        int fewest = profiles / BATCH + LIST_REQUESTS + profiles;
        assertThat(end.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.memberships().get("Everybody")).hasSize(profiles);
        assertThat(autopilot.totalRequests())
                .as("requests under way when a worker was stopped may be repeated, nothing else")
                .isBetween(fewest, fewest + unsettled);
        assertThat(way.mostInFlight()).isGreaterThanOrEqualTo(4);
        await().untilAsserted(() -> assertThat(second.metrics().value("insights_leases_total", "event=\"lost\""))
                .isEqualTo(1));
        assertThat(third.metrics().value("insights_leases_total", "event=\"taken-over\""))
                .isGreaterThanOrEqualTo(1);
        assertThat(REPLICAS).filteredOn(one -> one.lastClaimOf(runId) > 3).isEmpty();
    }

    /** Woken by Quartz. There is nobody in the segment, so that there is nothing to do but to fire (T05). */
    @Test
    void everyTimeIsFiredOnceWhileReplicasDie() throws Exception {
        execute(PLAN.formatted(connection, segment, SCHEDULED));

        awaitFired(SCHEDULED / 4);
        REPLICAS.get(0).kill();
        awaitFired(SCHEDULED / 2);
        REPLICAS.get(0).start();
        REPLICAS.get(1).stop();
        awaitFired(SCHEDULED);

        assertThat(fired("true")).isEqualTo(SCHEDULED);
        assertThat(fired("""
                        scheduled_for = (select display_name::timestamptz from export e
                                         where e.id = export_id and e.next_fire_at > now() + interval '11 hours')""")).as("each at its own time").isEqualTo(SCHEDULED);
        assertThat(fired("queued_at > scheduled_for + interval '30 seconds'"))
                .as("taken over within 30 seconds")
                .isZero();
    }

    private void awaitFired(int count) {
        await().until(() -> fired("true") >= count);
    }

    private long fired(String condition) throws SQLException {
        try (Connection database = connect();
                Statement sql = database.createStatement();
                ResultSet rows =
                        sql.executeQuery("select count(*) from run where trigger = 'SCHEDULED' and connection_id = '"
                                + connection + "' and " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void tracesGoWhereTheInstallationSays() {
        call(REPLICAS.getFirst().awaitReady());
        Api.create(connection, segment);
        await().atMost(Duration.ofSeconds(60)).untilAtomic(TRACES, greaterThan(0));
    }

    private String createAndStart(String audienceMode) {
        call(REPLICAS.getFirst().awaitReady());
        Map<String, Object> request = Api.request(connection, segment);
        request.put("audienceMode", audienceMode);
        String export = Api.create(request);
        startRun(export);
        return export;
    }

    private void startRun(String export) {
        runId = Api.start(export, false).then().statusCode(202).extract().path("id");
        runPath = "/exports/" + export + "/runs/" + runId;
    }

    private Json end() {
        return await().atMost(Duration.ofSeconds(120))
                .until(() -> Api.get(runPath), run -> run.get("finishedAt") != null);
    }

    /** The replica that has the run by its n-th claim. */
    private static Replica workerOf(String run, int claim) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> REPLICAS.stream()
                                .filter(one -> one.lastClaimOf(run) == claim)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The first kills come at any time, comparing included; the others are spread over the whole run. */
    private void awaitRandomMoment(int kill) {
        if (kill <= KILLS / 4) {
            long until =
                    System.nanoTime() + Duration.ofMillis(random.nextInt(1_200)).toNanos();
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> System.nanoTime() >= until);
        } else {
            // At most 6 of 80 requests each: the run does not end before the last kill.
            awaitRequests(autopilot.totalRequests() + 1 + random.nextInt(6));
        }
    }

    private void awaitRequests(int count) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> autopilot.totalRequests() >= count);
    }

    /** The worker is certainly dead: it need not be waited for. */
    private static void forgetLease() throws SQLException {
        execute("update run set lease_until = clock_timestamp() - interval '2 seconds' where status = 'PROCESSING'");
    }

    private static void execute(String statement) throws SQLException {
        try (Connection database = connect();
                Statement sql = database.createStatement()) {
            sql.execute(statement);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(System.getProperty(ExportDatabase.URL_PROPERTY));
    }

    private void callAnotherThan(Replica dead) {
        call(REPLICAS.get((REPLICAS.indexOf(dead) + 1) % REPLICAS.size()).awaitReady());
    }

    /** Whom the test asks from now on. */
    private void call(Replica replica) {
        RestAssured.baseURI = replica.api();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    private void people(int count) {
        IntStream.range(0, count).forEach(i -> Neighbours.get()
                .profile("p%05d".formatted(i), Instant.EPOCH, Map.of("email", i + "@example.com"), segment));
    }
}
