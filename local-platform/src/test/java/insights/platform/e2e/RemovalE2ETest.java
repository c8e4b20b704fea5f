package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.AutopilotAccount;
import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator ends the transfer of data in the middle of a run. */
@ExtendWith(SharedPlatform.class)
class RemovalE2ETest {

    private static final int CUSTOMERS = 300;
    private static final int REQUESTS_A_SECOND = 10;
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    @Test
    @Timeout(120)
    void removingTheConnectionStopsTheRunWithinSecondsAndDetachesTheExport(Workbench workbench) {
        Running running = start(workbench, "removal");
        ApiClient admin = workbench.as("admin");

        Answer refused = admin.delete("/connections/" + running.connection());
        assertThat(refused.status()).as("nothing was decided about the export").isEqualTo(409);
        assertThat(refused.body()).contains("connection-in-use", running.export());
        long removed = System.nanoTime();
        assertThat(admin.delete("/connections/" + running.connection() + "?exports=DETACH")
                        .status())
                .isEqualTo(204);

        assertThat(running.end().at("/reason").asText()).isEqualTo("CONNECTION_CLOSED");
        assertThat(Duration.ofNanos(System.nanoTime() - removed)).isLessThan(AT_MOST);
        running.makesNoFurtherRequest();
        assertThat(admin.get("/connections/" + running.connection()).status()).isEqualTo(404);
        JsonNode export = Waiting.until(
                workbench.as("contributor"), "/exports/" + running.export(), now -> !now.hasNonNull("connectionId"));
        assertThat(export.get("displayName").asText()).isEqualTo("removal");
    }

    @Test
    @Timeout(120)
    void withdrawingTheConsentStopsTheRunWithinSeconds(Workbench workbench) {
        Running running = start(workbench, "withdrawal");
        long withdrawn = System.nanoTime();
        workbench
                .as("admin")
                .delete("/connections/" + running.connection() + "/consent")
                .succeeded();

        assertThat(running.end().at("/reason").asText()).isEqualTo("CONNECTION_CLOSED");
        assertThat(Duration.ofNanos(System.nanoTime() - withdrawn)).isLessThan(AT_MOST);
        running.makesNoFurtherRequest();
    }

    private record Running(ApiClient api, AutopilotAccount account, String connection, String export, String run) {

        JsonNode end() {
            return Waiting.until(api, run, now -> now.hasNonNull("finishedAt"));
        }

        /** The one that was under way when the run was stopped may still come to its end. */
        void makesNoFurtherRequest() {
            int requests = account.requests();
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            assertThat(account.requests()).isBetween(requests, requests + 1);
            assertThat(requests).as("stopped in the middle").isLessThan(CUSTOMERS);
        }
    }

    private static Running start(Workbench workbench, String cohort) {
        String apiKey = workbench.newAccount(REQUESTS_A_SECOND);
        String segment = workbench.refreshedSegment(cohort, csv(cohort));
        String connection = workbench.job().connect(cohort, apiKey, REQUESTS_A_SECOND);
        String export = workbench.job().makeExport(cohort, connection, List.of(segment));
        ApiClient contributor = workbench.as("contributor");
        String run = contributor
                .post("/exports/" + export + "/runs")
                .succeeded()
                .location()
                .getPath();
        Waiting.until(
                contributor, run, now -> now.at("/totals/membershipsJoined").asInt() > 5);
        return new Running(contributor, workbench.account(apiKey), connection, export, run);
    }

    private static String csv(String cohort) {
        return IntStream.rangeClosed(1, CUSTOMERS)
                .mapToObj(number ->
                        "%s-%03d,%s%d@example.com,Kim,Kay,Kiel,1,%s".formatted(cohort, number, cohort, number, cohort))
                .collect(Collectors.joining("\n", "customer_id,email,first_name,last_name,city,orders,cohort\n", "\n"));
    }
}
