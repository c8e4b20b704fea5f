package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.AccountAddress;
import insights.platform.demo.AutopilotAccount;
import insights.platform.demo.Contact;
import insights.platform.demo.MainJob;
import insights.platform.http.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** People of one test who are exported to an account of their own, slowly enough that something can happen meanwhile. */
final class Cohort {

    /** As many requests as may be under way when a worker dies, each of which may be made once more. */
    static final int IN_FLIGHT = 16;

    private static final int BATCH = 100;
    private static final Set<String> ENDED =
            Set.of("SUCCESSFUL", "COMPLETED_WITH_WARNINGS", "FAILED_PERMANENT", "CANCELED", "SKIPPED");

    private final String name;
    private final int size;
    private final ApiClient contributor;
    private final AutopilotAccount account;
    private final String export;
    private String run;

    /** Imports them, and saves their export. */
    Cohort(LocalInstallation installation, String name, int size, int ratePerSecond) {
        // Also where one cluster sees a test twice.
        this.name = name + "-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        this.size = size;
        this.contributor = installation.as("contributor");
        String key = UUID.randomUUID().toString().replace("-", "");
        AccountAddress first = installation.autopilot();
        ApiClient.withHeader(first.control(), "Accept", "application/json")
                .post("/accounts", Map.of("apiKey", key, "ratePerSecond", 100))
                .succeeded();
        this.account = new AutopilotAccount(new AccountAddress(first.api(), first.control(), key));
        MainJob job = installation.mainJob();
        importPeople(job);
        String segment = job.makeSegment(this.name, Map.of("field", "cohort", "op", "eq", "value", this.name));
        job.refresh();
        this.export = job.makeExport(this.name, job.connect(this.name, key, ratePerSecond), List.of(segment));
    }

    private void importPeople(MainJob job) {
        job.importCustomers(IntStream.range(0, size)
                .mapToObj(i -> "%s-%d,%s%d@example.com,Ada,Prova,Roma,%d,%s".formatted(name, i, name, i, i % 9, name))
                .collect(
                        Collectors.joining("\n", "customer_id,email,first_name,last_name,city,orders,cohort\n", "\n")));
    }

    /** Starts its run, and returns when that has written something. */
    void begin() {
        run = contributor
                .post("/exports/" + export + "/runs")
                .succeeded()
                .location()
                .getPath();
        await().atMost(Duration.ofMinutes(1)).until(() -> account.writes() > size / BATCH + 2);
    }

    /** When its run had ended. */
    Instant end() {
        return Instant.parse(status().get("finishedAt").textValue());
    }

    private boolean isRunning() {
        return !ENDED.contains(status().get("status").textValue());
    }

    /** Waits for the end, and holds the account against what it should hold. */
    void endsExactly(int interruptions) {
        await().atMost(Duration.ofMinutes(8)).ignoreExceptions().until(() -> !isRunning());
        assertThat(status().get("status").textValue()).as("%s", status()).isEqualTo("SUCCESSFUL");
        Map<String, Contact> contacts = account.contacts();
        assertThat(contacts).hasSize(size);
        assertThat(contacts.values()).allMatch(contact -> contact.lists().equals(Set.of(name)));
        int needed = size / BATCH + size;
        assertThat(account.writes()).isBetween(needed, needed + interruptions * IN_FLIGHT);
    }

    private JsonNode status() {
        return contributor.get(run).succeeded().json();
    }
}
