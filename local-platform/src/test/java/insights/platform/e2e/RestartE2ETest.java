package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.AutopilotAccount;
import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.process.ChildProcess;
import insights.platform.services.Service;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The death of export-service in the middle of a run. */
@ExtendWith(SharedPlatform.class)
class RestartE2ETest {

    private static final String COHORT = "restart";
    private static final int CUSTOMERS = 300;
    private static final int REQUESTS_A_SECOND = 30;

    @Test
    @Timeout(180)
    void aRunFinishesAfterItsProcessWasKilledAndRepeatsAtMostOneRequest(Workbench workbench) {
        String apiKey = workbench.newAccount(REQUESTS_A_SECOND);
        AutopilotAccount account = workbench.account(apiKey);
        String segment = workbench.refreshedSegment(COHORT, csv());
        String connection = workbench.job().connect(COHORT, apiKey, REQUESTS_A_SECOND);
        String export = workbench.job().makeExport(COHORT, connection, List.of(segment));
        ApiClient contributor = workbench.as("contributor");
        Answer begun = contributor.post("/exports/" + export + "/runs").succeeded();
        String run = begun.location().getPath();
        ChildProcess exportService = workbench.platform().process(Service.EXPORT);

        Waiting.until(
                contributor,
                run,
                now -> now.path("phase").asText().equals("JOIN")
                        && now.at("/progress/done").intValue() > CUSTOMERS / 5);
        exportService.killHard();
        int membersAtDeath = members(account);
        assertThat(contributor.get(run).status()).as("the gateway's answer").isEqualTo(503);
        exportService.start();
        JsonNode end = Waiting.until(contributor, run, now -> now.hasNonNull("finishedAt"));

        assertThat(membersAtDeath).as("in the middle of the run").isBetween(CUSTOMERS / 5, CUSTOMERS - 1);
        assertThat(end.get("status").textValue()).isEqualTo("SUCCESSFUL");
        assertThat(account.contacts().keySet()).isEqualTo(addresses());
        assertThat(members(account)).isEqualTo(CUSTOMERS);
        assertThat(account.writes()).isBetween(CUSTOMERS + 3, CUSTOMERS + 3 + 1);
    }

    private static int members(AutopilotAccount account) {
        return (int) account.contacts().values().stream()
                .filter(contact -> contact.lists().equals(Set.of(COHORT)))
                .count();
    }

    private static Set<String> addresses() {
        return IntStream.rangeClosed(1, CUSTOMERS)
                .mapToObj(number -> "k%d@example.com".formatted(number))
                .collect(Collectors.toSet());
    }

    private static String csv() {
        return IntStream.rangeClosed(1, CUSTOMERS)
                .mapToObj(number -> "k-%03d,k%d@example.com,Kim,Kay,Kiel,1,%s".formatted(number, number, COHORT))
                .collect(Collectors.joining("\n", "customer_id,email,first_name,last_name,city,orders,cohort\n", "\n"));
    }
}
