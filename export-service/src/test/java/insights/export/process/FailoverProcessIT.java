package insights.export.process;

import static insights.common.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;

import insights.common.testing.Freezer;
import insights.common.testing.Json;
import insights.common.testing.OidcResource;
import insights.common.testing.TwoPostgres;
import insights.common.testing.TwoRoleDatabase;
import insights.export.testing.Api;
import insights.export.testing.Neighbours;
import insights.export.testing.NeighboursResource;
import insights.export.testing.OnTheWay;
import insights.export.testing.Replica;
import insights.export.testing.Sandbox;
import insights.export.testing.SandboxResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The packaged service on a database whose standby takes its place: a real one, with a run under way. What is shown is in common. */
@Tag("process")
class FailoverProcessIT {

    private static final int PROFILES = 4_000;
    private static final int BATCH = 100;
    private static final List<QuarkusTestResourceLifecycleManager> SURROUNDINGS =
            List.of(new OidcResource(), new NeighboursResource(), new SandboxResource());

    private static TwoPostgres servers;
    private static Freezer address;
    private static Replica replica;

    private final Sandbox autopilot = new Sandbox();
    private final UUID segment = Neighbours.get().segment("Everybody");
    private String export;

    @BeforeAll
    static void start() throws Exception {
        servers = new TwoPostgres(Path.of("target", "two-postgres"));
        address = Freezer.before(servers.primary());
        Map<String, String> configuration = new HashMap<>();
        SURROUNDINGS.forEach(one -> configuration.putAll(one.start()));
        configuration.putAll(TwoRoleDatabase.make(servers.superuser(), "failover"));
        configuration.computeIfPresent(
                "quarkus.datasource.jdbc.url",
                (name, url) -> url.replace(":" + servers.primary() + "/", ":" + address.port() + "/"));
        configuration.put("insights.exports.max-profiles", Integer.toString(PROFILES));
        configuration.put("insights.runs.lease", "3s");
        replica = new Replica("failover", configuration);
        replica.start();
        replica.awaitReady();
        RestAssured.baseURI = replica.api();
        RestAssured.port = RestAssured.UNDEFINED_PORT;
    }

    @AfterAll
    static void stop() throws InterruptedException {
        replica.kill();
        address.close();
        servers.close();
        SURROUNDINGS.reversed().forEach(QuarkusTestResourceLifecycleManager::stop);
        RestAssured.reset();
    }

    /** Case O04. */
    @Test
    void goesOnWithWhoeverTakesChangesAndEndsExactly() throws Exception {
        try (OnTheWay way = new OnTheWay(300)) {
            UUID connection = Neighbours.get().connection("AUTOPILOT", way.endpoint(), autopilot.key(), 20);
            Map<String, Object> request = Api.request(connection, segment);
            request.put("audienceMode", "FIELD");
            export = Api.create(request);
            isSentToAStandbyAndBack();
            goesOnAfterItsDatabaseWasReplaced(way);
        }
        assertThat(replica.said("The database does not answer"))
                .as("what is away is said once, and counted")
                .hasSizeLessThan(10);
    }

    /** As by a name or a proxy that follows too early: what was opened meanwhile leads to the wrong one, and stays there. */
    private void isSentToAStandbyAndBack() {
        address.leadTo(servers.standby());
        address.cut();
        await().until(() -> Api.as("contributor").get("/exports/" + export).statusCode() == 200);
        await().untilAsserted(() -> Api.start(export, false)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail", containsString("takes no changes")));
        address.leadTo(servers.primary());
        await().until(() -> Api.start(export, false).statusCode() == 202);
        await().until(() -> replica.said("The database answers again"), said -> !said.isEmpty());
    }

    private void goesOnAfterItsDatabaseWasReplaced(OnTheWay way) throws Exception {
        await().until(() -> Api.get("/exports/" + export + "/runs").all("items").toList(), runs -> runs.stream()
                .noneMatch(run -> run.get("finishedAt") == null));
        IntStream.range(0, PROFILES).forEach(i -> Neighbours.get()
                .profile("p%05d".formatted(i), Instant.EPOCH, Map.of("email", i + "@example.com"), segment));
        String run = Api.started(export, Map.of("confirmGrowth", true));
        int before = autopilot.totalRequests();
        await().until(() -> autopilot.totalRequests() >= before + PROFILES / BATCH / 4);
        servers.losePrimary();
        address.leadTo(servers.standby());
        await().untilAsserted(() ->
                Api.start(export, false).then().statusCode(503).body("detail", containsString("takes no changes")));
        servers.promote();
        Json end = await().atMost(Duration.ofSeconds(120))
                .until(() -> Api.get("/exports/" + export + "/runs/" + run), read -> read.get("finishedAt") != null);

        assertThat(end.getString("status")).isEqualTo("SUCCESSFUL");
        assertThat(autopilot.contacts()).hasSize(PROFILES);
        assertThat(autopilot.totalRequests() - before)
                .as("of all requests those may be repeated that were under way, and those that had just been answered")
                .isBetween(PROFILES / BATCH, PROFILES / BATCH + 2 * way.mostInFlight());
    }
}
