package insights.segment.replica;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThan;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.finished;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import insights.common.sql.JobLock;
import insights.common.testing.Tokens;
import insights.segment.ServiceProcess;
import io.restassured.response.Response;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes of the packaged service on one database: nothing runs twice, and nothing is lost when one is killed. */
@Tag("process")
class ReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Held by whoever changes profiles: a refresh waits for it after it has looked at them. */
    private static final String PROFILES = "profiles";

    private static final Pattern INSERTED =
            Pattern.compile("insights_import_rows_total\\{[^}]*outcome=\"inserted\"[^}]*} (\\S+)");

    private static final Pattern REJECTED =
            Pattern.compile("insights_import_rows_total\\{[^}]*outcome=\"rejected\"[^}]*} (\\S+)");

    private static final Pattern REFRESHES = Pattern.compile("insights_refresh_seconds_count(?:\\{[^}]*})? (\\S+)");

    private static Replicas replicas;
    private static ServiceProcess first;
    private static ServiceProcess second;

    @BeforeAll
    static void prepare() throws Exception {
        replicas = new Replicas();
    }

    @AfterAll
    static void close() throws Exception {
        for (ServiceProcess process : new ServiceProcess[] {first, second}) {
            if (process != null) {
                process.kill();
            }
        }
        replicas.close();
    }

    /** Whoever was killed comes back; who is there goes on, as replicas do for weeks. */
    @BeforeEach
    void start() throws Exception {
        first = replicas.alive(first);
        second = replicas.alive(second);
        imported("profileId,rep_name\nrep-1,old\n");
    }

    /** While one file comes in and another one, which is all there, is about to be merged (O02). */
    @Test
    void leavesProfilesAsTheyWereWhenItIsKilledDuringImports() throws Exception {
        List<String> ids = new ArrayList<>();
        try (Connection blocker = replicas.begin();
                Socket socket = new Socket("localhost", first.address().getPort())) {
            JobLock.take(blocker, PROFILES);
            ids.add(Replicas.post(
                            first, "/profile-imports", "text/csv", "profileId,rep_name\nrep-1,merged\nrep-2,merged\n")
                    .path("id"));
            OutputStream out = socket.getOutputStream();
            out.write(("POST /profile-imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                            + "Content-Length: 1000000\r\nAuthorization: Bearer " + Tokens.token("admin")
                            + "\r\n\r\nprofileId,rep_name\nrep-1,new\nrep-2,new\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            ids.add(await().atMost(PATIENCE).until(() -> latestImport("id"), id -> !ids.contains(id)));
            assertThat(latestImport("status")).isEqualTo("RUNNING");
            first.kill();
        }
        for (String id : ids) {
            await().atMost(PATIENCE).untilAsserted(() -> Replicas.get(second, "/profile-imports/" + id)
                    .then()
                    .body("status", equalTo("FAILED"))
                    .body("detail", containsString("send the file again")));
        }
        Replicas.get(second, "/profiles/rep-1").then().body("attributes.rep_name", equalTo("old"));
        Replicas.get(second, "/profiles/rep-2").then().statusCode(404);
        imported("profileId,rep_name\nrep-2,new\n");
    }

    @Test
    void takesUpARefreshWhoseProcessWasKilled() throws Exception {
        String segment = segment("Killed");
        finished("admin", second.address().toString(), Replicas.post(second, "/refreshes", "application/json", ""));
        imported("profileId,rep_name\nrep-3,new\n");
        long before = members(segment);
        String id;
        try (Connection blocker = replicas.begin()) {
            JobLock.take(blocker, PROFILES);
            id = Replicas.post(first, "/refreshes", "application/json", "").path("id");
            await().atMost(PATIENCE)
                    .until(() -> Replicas.get(second, "/refreshes/" + id).path("startedAt") != null);
            first.kill();
            assertThat(members(segment)).isEqualTo(before);
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> Replicas.get(second, "/refreshes/" + id).then().body("status", equalTo("SUCCESSFUL")));
        assertThat(members(segment)).isEqualTo(before + 1);
    }

    /** Case T05. */
    @Test
    void runsOneRefreshAtATime() throws Exception {
        segment("One at a time");
        List<String> ids;
        try (Connection blocker = replicas.begin()) {
            JobLock.take(blocker, PROFILES);
            ids = Stream.of(first, second, first, second)
                    .<String>map(replica -> Replicas.post(replica, "/refreshes", "application/json", "")
                            .path("id"))
                    .toList();
            await().during(Duration.ofSeconds(1))
                    .atMost(PATIENCE)
                    .until(() -> ids.stream().filter(this::hasBegun).count(), begun -> begun == 1);
        }
        Instant last = Instant.EPOCH;
        for (String id : ids) {
            Response refresh = await().atMost(PATIENCE)
                    .until(() -> Replicas.get(second, "/refreshes/" + id), it -> "SUCCESSFUL"
                            .equals(it.path("status")));
            assertThat(Instant.parse(refresh.path("startedAt"))).isAfterOrEqualTo(last);
            last = Instant.parse(refresh.path("finishedAt"));
        }
    }

    /** Case T05. */
    @Test
    void startsAScheduledRefreshOnceAndAnnouncesItOnce() throws Exception {
        replicas.execute("update refresh_schedule set kind = 'DAILY', times = '06:00', days ="
                + " 'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY', next_at = now() - interval '1 minute'");
        await().atMost(PATIENCE).until(this::scheduled, scheduled -> scheduled.size() == 1);
        String id = scheduled().getFirst();
        RequestPatternBuilder announced =
                postRequestedFor(urlEqualTo("/hooks/refresh-completed")).withRequestBody(containing(id));
        await().atMost(PATIENCE).untilAsserted(() -> replicas.exportService().verify(1, announced));
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).untilAsserted(() -> {
            replicas.exportService().verify(1, announced);
            assertThat(scheduled()).hasSize(1);
        });
        replicas.execute("update refresh_schedule set kind = 'OFF', times = '', next_at = null");
    }

    @Test
    void announcesAgainUntilItIsAcknowledged() throws Exception {
        replicas.acknowledge(503);
        String id = finished(
                        "admin", first.address().toString(), Replicas.post(first, "/refreshes", "application/json", ""))
                .extract()
                .path("id");
        RequestPatternBuilder announced =
                postRequestedFor(urlEqualTo("/hooks/refresh-completed")).withRequestBody(containing(id));
        await().atMost(PATIENCE).untilAsserted(() -> replicas.exportService().verify(1, announced));
        replicas.acknowledge(202);
        first.kill();
        await().atMost(PATIENCE).untilAsserted(() -> replicas.exportService().verify(2, announced));
    }

    @Test
    void saysOnceThatExportServiceIsAwayHoweverMuchItHasToHearOf() throws Exception {
        replicas.acknowledge(503);
        long before = replicas.said("export-service does not answer");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ids.add(finished(
                            "admin",
                            first.address().toString(),
                            Replicas.post(first, "/refreshes", "application/json", ""))
                    .extract()
                    .path("id"));
        }
        for (String id : ids) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> replicas.exportService().verify(moreThan(0), announced(id)));
        }
        // Each of the two, where it was met.
        assertThat(replicas.said("export-service does not answer") - before).isBetween(1L, 2L);
        assertThat(replicas.said(ids.getFirst() + " yet")).isZero();
        replicas.acknowledge(202);
        for (String id : ids) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            replicas.exportService().findAll(announced(id)).size())
                    .isGreaterThan(1));
        }
    }

    private static RequestPatternBuilder announced(String refresh) {
        return postRequestedFor(urlEqualTo("/hooks/refresh-completed")).withRequestBody(containing(refresh));
    }

    @Test
    void answersRequestsWithOneKeyAtOnceWithOneThing() {
        for (String path : List.of("/refreshes", "/profile-imports")) {
            List<CompletableFuture<Response>> answers = Stream.of(first, second, first, second)
                    .map(replica -> CompletableFuture.supplyAsync(() -> insights.segment.SegmentService.as("admin")
                            .contentType("text/csv")
                            .header("Idempotency-Key", "at-once")
                            .body(path.equals("/refreshes") ? "" : "profileId,rep_name\nrep-4,x\n")
                            .post(replica.address() + path)))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join).map(answer -> {
                        answer.then().statusCode(202);
                        return (String) answer.path("id");
                    }))
                    .hasSize(4)
                    .containsOnly(answers.getFirst().join().<String>path("id"));
            finished("admin", second.address().toString(), answers.getFirst().join());
        }
    }

    @Test
    void announcesARefreshThatFailed() throws Exception {
        segment("Somebody");
        replicas.execute("""
                create function trouble() returns trigger language plpgsql as $$begin
                    raise exception 'trouble';
                end$$""");
        replicas.execute(
                "create trigger trouble before insert on refresh_segment for each row execute function trouble()");
        String id;
        try {
            id = finished(
                            "admin",
                            first.address().toString(),
                            Replicas.post(first, "/refreshes", "application/json", ""))
                    .body("status", equalTo("FAILED"))
                    .body("detail", containsString("went wrong here"))
                    .extract()
                    .path("id");
        } finally {
            replicas.execute("drop function trouble cascade");
        }
        await().atMost(PATIENCE).untilAsserted(() -> replicas.exportService()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo("/hooks/refresh-completed"))
                                .withRequestBody(containing(id))
                                .withRequestBody(containing("\"FAILED\""))));
    }

    @Test
    void measuresImportsRefreshesAndSegments() throws Exception {
        double inserted = measured(INSERTED, second);
        double rejected = measured(REJECTED, second);
        double refreshes = measured(REFRESHES, first, second);
        String segment = segment("Measured");
        imported("profileId,rep_name\nrep-5,x\nrep-6,x\n,x\n");
        finished("admin", second.address().toString(), Replicas.post(second, "/refreshes", "application/json", ""));
        long size = members(segment);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(measured(INSERTED, second)).isEqualTo(inserted + 2);
            assertThat(measured(REJECTED, second)).isEqualTo(rejected + 1);
            assertThat(measured(REFRESHES, first, second)).isEqualTo(refreshes + 1);
            assertThat(given().get(second.management("/q/metrics")).asString())
                    .containsPattern("insights_segment_size\\{[^}]*segment=\"" + segment + "\"[^}]*} " + size + ".0");
        });
    }

    /** The sum of the values of a metric, at all of them. */
    private static double measured(Pattern metric, ServiceProcess... services) {
        return Stream.of(services)
                .map(service -> given().get(service.management("/q/metrics")).asString())
                .flatMap(metrics -> metric.matcher(metrics).results())
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    @Test
    void keepsTheAuditTrailFromBeingChanged() {
        for (String change :
                List.of("update audit_event set by_name = 'x'", "delete from audit_event", "truncate audit_event")) {
            assertThatThrownBy(() -> replicas.execute(change)).hasMessageContaining("append-only");
        }
    }

    private boolean hasBegun(String refresh) {
        return Replicas.get(second, "/refreshes/" + refresh).path("startedAt") != null;
    }

    private List<String> scheduled() {
        return Replicas.get(second, "/refreshes").path("items.findAll { it.trigger == 'SCHEDULED' }.id");
    }

    private String latestImport(String member) {
        return Replicas.get(second, "/profile-imports?limit=1").path("items[0]." + member);
    }

    private void imported(String csv) {
        finished("admin", second.address().toString(), Replicas.post(second, "/profile-imports", "text/csv", csv))
                .body("status", equalTo("SUCCESSFUL"));
    }

    private String segment(String name) {
        String rule = "{\"field\":\"rep_name\",\"op\":\"exists\"}";
        return Replicas.post(
                        second,
                        "/segments",
                        "application/json",
                        "{\"displayName\":\"" + name + "\",\"rule\":" + rule + "}")
                .path("id");
    }

    private long members(String segment) {
        return Long.parseLong(
                Replicas.get(second, "/segments/members?segments=" + segment).header("X-Member-Count"));
    }
}
