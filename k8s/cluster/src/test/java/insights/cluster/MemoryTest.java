package insights.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.demo.AccountAddress;
import insights.platform.demo.AutopilotAccount;
import insights.platform.demo.MainJob;
import insights.platform.http.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The most that the product is made for fits into the memory that the manifests give it. */
@Order(7)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MemoryTest {

    private static final int PEOPLE = 1_000_000;
    private static final int EXPORTED = 100_000;
    private static final Set<String> ONGOING = Set.of("QUEUED", "RUNNING", "PROCESSING");
    private static final Duration PATIENCE = Duration.ofMinutes(12);
    private static final String NAME = "memory-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    /** Of its limit, that a program may come to have resident. */
    private static final double MOST = 0.9;

    private final LocalInstallation installation = SharedCluster.installation();
    private final ApiClient admin = installation.as("admin");

    /** One new one of each, which does it all. */
    @BeforeAll
    static void one() {
        Kubectl kubectl = SharedCluster.get().kubectl();
        String namespace = "--namespace=" + LocalInstallation.NAMESPACE;
        for (String service : LocalInstallation.SERVICES) {
            kubectl.run(namespace, "scale", "deployment", service, "--replicas=1");
            kubectl.run(namespace, "rollout", "restart", "deployment", service);
        }
        for (String service : LocalInstallation.SERVICES) {
            kubectl.run(namespace, "rollout", "status", "deployment", service, "--timeout=8m");
        }
        await().atMost(Duration.ofMinutes(3))
                .until(() -> kubectl.json(namespace, "get", "pods", "--selector=app.kubernetes.io/component=api")
                                .get("items")
                                .size()
                        == LocalInstallation.SERVICES.size());
    }

    @AfterAll
    static void say() {
        LocalInstallation installation = SharedCluster.installation();
        for (String service : LocalInstallation.SERVICES) {
            System.out.printf("peak of %s: %d MiB%n", service, peak(installation, service) >> 20);
        }
    }

    @Test
    @Order(1)
    void anImportOfAMillion() throws IOException, InterruptedException {
        // People as the file of the main job has them, a tenth of whom will be exported.
        Iterable<byte[]> lines = () -> IntStream.rangeClosed(0, PEOPLE)
                .mapToObj(i -> i == 0
                        ? "customer_id,email,first_name,last_name,city,orders,cohort\n"
                        : "%s-%d,m%d@example.com,Ada,Prova,Roma,%d,%s%n"
                                .formatted(NAME, i, i, i % 9, i % (PEOPLE / EXPORTED) == 0 ? NAME : "others"))
                .map(String::getBytes)
                .iterator();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(installation.gateway() + "/profile-imports?mode=upsert&idColumn=customer_id"))
                .header("Authorization", "Bearer " + installation.token("admin"))
                .header("Content-Type", "text/csv")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArrays(lines))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> begun = client.send(request, BodyHandlers.ofString());
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
            JsonNode imported = end(begun.headers().firstValue("Location").orElseThrow());
            assertThat(imported.get("received").intValue()).as("%s", imported).isEqualTo(PEOPLE);
        }
        fits("segment-service");
    }

    @Test
    @Order(2)
    void aRunOfAHundredThousand() {
        String key = UUID.randomUUID().toString().replace("-", "");
        AccountAddress first = installation.autopilot();
        ApiClient.withHeader(first.control(), "Accept", "application/json")
                .post("/accounts", Map.of("apiKey", key, "ratePerSecond", 1000))
                .succeeded();
        MainJob job = installation.mainJob();
        String segment = job.makeSegment(NAME, Map.of("field", "cohort", "op", "eq", "value", NAME));
        assertThat(end(admin.post("/refreshes").succeeded().location().toString())
                        .get("status")
                        .textValue())
                .isEqualTo("SUCCESSFUL");
        String connection = job.connect(NAME, key, 1000);
        String export = admin.post(
                        "/exports",
                        Map.of(
                                "displayName",
                                NAME,
                                "connectionId",
                                connection,
                                "segmentIds",
                                List.of(segment),
                                "audienceMode",
                                "FIELD",
                                "dataMatching",
                                List.of(Map.of("target", "Email", "field", "email")),
                                "schedule",
                                Map.of("kind", "OFF")))
                .succeeded()
                .json()
                .get("id")
                .textValue();
        JsonNode run = end(admin.post("/exports/" + export + "/runs")
                .succeeded()
                .location()
                .toString());
        assertThat(run.get("status").textValue()).as("%s", run).isEqualTo("SUCCESSFUL");
        AutopilotAccount account = new AutopilotAccount(new AccountAddress(first.api(), first.control(), key));
        assertThat(account.writes()).isBetween(EXPORTED / 100, EXPORTED / 100 + 20);
        LocalInstallation.SERVICES.forEach(this::fits);
    }

    private JsonNode end(String location) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> !ONGOING.contains(status(location).get("status").textValue()));
        return status(location);
    }

    private JsonNode status(String location) {
        return admin.get(location).succeeded().json();
    }

    private void fits(String service) {
        JsonNode pod = installation.pods(service).getFirst();
        assertThat(pod.at("/status/containerStatuses/0/restartCount").intValue())
                .as(service)
                .isZero();
        String limit = pod.at("/spec/containers/0/resources/limits/memory").textValue();
        assertThat(limit).endsWith("Mi");
        assertThat(peak(installation, service)).as(service).isLessThan((long)
                (MOST * (Long.parseLong(limit.replace("Mi", "")) << 20)));
    }

    private static long peak(LocalInstallation installation, String service) {
        JsonNode pod = installation.pods(service).getFirst();
        return PodProcesses.of(pod).peak(pod, service);
    }
}
