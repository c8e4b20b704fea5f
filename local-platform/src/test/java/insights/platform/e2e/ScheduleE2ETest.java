package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.AutopilotAccount;
import insights.platform.demo.MainJob;
import insights.platform.http.ApiClient;
import insights.platform.process.ChildProcess;
import insights.platform.services.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an import over a scheduled refresh to contacts at Autopilot, without anybody asking, whoever dies in between. */
@ExtendWith(SharedPlatform.class)
class ScheduleE2ETest {

    private static final String COHORT = "schedule";

    /** An announcement that would be made in hours: segment-service dies before it is. */
    private static final String HOLD_ANNOUNCEMENTS = """
            create function hold() returns trigger language plpgsql as
              $$ begin new.next_attempt_at := new.next_attempt_at + interval '3 hours'; return new; end $$;
            create trigger hold before insert on announcement for each row execute function hold()""";

    private static final String RELEASE_ANNOUNCEMENTS = """
            drop trigger if exists hold on announcement;
            drop function if exists hold();
            update announcement set next_attempt_at = next_attempt_at - interval '3 hours' where next_attempt_at > now() + interval '1 hour'""";

    private Workbench workbench;
    private MainJob job;
    private AutopilotAccount account;
    private String byRefresh;
    private String byPeople;
    private String ofOthers;

    @BeforeEach
    void makeExports(Workbench shared) {
        workbench = shared;
        job = workbench.job();
        String apiKey = workbench.newAccount(100);
        account = workbench.account(apiKey);
        String segment = workbench.refreshedSegment(COHORT, csv(1));
        String connection = job.connect(COHORT, apiKey, 100);
        byRefresh = job.makeExport("by refresh", connection, List.of(segment), Map.of("kind", "SYSTEM_REFRESH"));
        byPeople = job.makeExport("by people", connection, List.of(segment));
        Map<String, ?> monthly =
                Map.of("kind", "MONTHLY", "daysOfMonth", List.of(31), "times", List.of("23:59"), "timeZone", "UTC");
        ofOthers = job.makeExport("by the clock", connection, List.of(segment), monthly);
        job.runAfter(job.refresh().get("id").textValue(), byRefresh);
        assertThat(account.contacts()).containsOnlyKeys("s1@example.com");
    }

    @AfterEach
    void switchOff() throws SQLException {
        sql(RELEASE_ANNOUNCEMENTS);
        workbench.as("contributor").edit("/exports/" + byRefresh, Map.of("schedule", Map.of("kind", "OFF")));
        schedule(Map.of("kind", "OFF"));
    }

    @Test
    @Timeout(240)
    void aScheduledRefreshSetsOffTheRightExportsOnceWhoeverDiesInBetween() throws SQLException {
        ChildProcess exportService = workbench.platform().process(Service.EXPORT);
        ChildProcess segmentService = workbench.platform().process(Service.SEGMENT);

        // export-service is down while the refresh ends.
        job.importCustomers(csv(2));
        exportService.killHard();
        String first = scheduledRefresh();
        exportService.start();
        assertExported(first, 2);

        // segment-service dies after the refresh has ended and before it was announced.
        sql(HOLD_ANNOUNCEMENTS);
        job.importCustomers(csv(3));
        String second = scheduledRefresh();
        segmentService.killHard();
        assertThat(runs(byRefresh))
                .noneMatch(run -> run.path("refreshId").asText().equals(second));
        sql(RELEASE_ANNOUNCEMENTS);
        segmentService.start();
        assertExported(second, 3);

        assertThat(runs(byRefresh))
                .filteredOn(run ->
                        List.of(first, second).contains(run.path("refreshId").asText()))
                .hasSize(2)
                .allMatch(run -> run.get("trigger").textValue().equals("SYSTEM_REFRESH"));
        assertThat(runs(byPeople)).isEmpty();
        assertThat(runs(ofOthers)).isEmpty();
    }

    private void assertExported(String refresh, int customers) {
        JsonNode run = job.runAfter(refresh, byRefresh);
        assertThat(run.get("status").textValue()).isEqualTo("SUCCESSFUL");
        assertThat(run.at("/totals/contactsUpserted").intValue()).isEqualTo(1);
        assertThat(account.contacts().keySet())
                .isEqualTo(IntStream.rangeClosed(1, customers)
                        .mapToObj("s%d@example.com"::formatted)
                        .collect(Collectors.toSet()));
    }

    /** Has the schedule start a refresh as if its time had come, and returns its id when it has ended. */
    private String scheduledRefresh() throws SQLException {
        List<String> before = scheduled();
        schedule(Map.of("kind", "DAILY", "times", List.of("00:00"), "timeZone", "UTC"));
        sql("update refresh_schedule set next_at = now()");
        return Waiting.forSome(
                "the schedule starts a refresh",
                () -> scheduled().stream().filter(id -> !before.contains(id)).findFirst());
    }

    private List<String> scheduled() {
        List<String> ids = new ArrayList<>();
        workbench.as("viewer").get("/refreshes").succeeded().json().get("items").forEach(refresh -> {
            if (refresh.path("trigger").asText().equals("SCHEDULED")
                    && refresh.get("status").textValue().equals("SUCCESSFUL")) {
                ids.add(refresh.get("id").textValue());
            }
        });
        return ids;
    }

    private void schedule(Map<String, ?> schedule) {
        workbench.as("admin").replace("/refreshes/schedule", schedule).succeeded();
    }

    private List<JsonNode> runs(String export) {
        List<JsonNode> runs = new ArrayList<>();
        ApiClient viewer = workbench.as("viewer");
        viewer.get("/exports/" + export + "/runs")
                .succeeded()
                .json()
                .get("items")
                .forEach(runs::add);
        return runs;
    }

    private void sql(String commands) throws SQLException {
        try (Connection connection = workbench
                        .platform()
                        .postgres()
                        .connect(Service.SEGMENT.database().name());
                Statement statement = connection.createStatement()) {
            statement.execute(commands);
        }
    }

    private static String csv(int customers) {
        return IntStream.rangeClosed(1, customers)
                .mapToObj(number -> "s-%d,s%d@example.com,Sam,Say,Sligo,1,%s".formatted(number, number, COHORT))
                .collect(Collectors.joining("\n", "customer_id,email,first_name,last_name,city,orders,cohort\n", "\n"));
    }
}
