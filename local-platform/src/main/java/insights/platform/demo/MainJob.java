package insights.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.http.Answer;
import insights.platform.http.ApiClient;
import insights.platform.process.PlatformFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What people do with this product, from a file of customers to contacts at Autopilot, each step one or a few requests
 * to the public API: an administrator imports and connects, a contributor chooses what is exported.
 */
public final class MainJob {

    private static final long POLL_NANOS = 200_000_000;
    private static final long PATIENCE_NANOS = 90_000_000_000L;
    private static final Set<String> ONGOING = Set.of("QUEUED", "RUNNING", "PROCESSING");

    private final ApiClient admin;
    private final ApiClient contributor;

    public MainJob(ApiClient admin, ApiClient contributor) {
        this.admin = admin;
        this.contributor = contributor;
    }

    /** Imports a CSV file, and returns what became of it. */
    public JsonNode importCustomers(String csv) {
        Answer begun = admin.postCsv("/profile-imports?mode=upsert&idColumn=customer_id", csv)
                .succeeded();
        return end(admin, begun, progress -> {});
    }

    /** The fields that the profiles have. */
    public JsonNode fields() {
        return contributor.get("/profiles/fields").succeeded().json().get("items");
    }

    /** Makes a segment, and returns its id. */
    public String makeSegment(String displayName, Object rule) {
        return contributor
                .post("/segments", Map.of("displayName", displayName, "rule", rule))
                .succeeded()
                .json()
                .get("id")
                .textValue();
    }

    /** Computes who is in the segments now, and returns the refresh with its segments and their sizes. */
    public JsonNode refresh() {
        return end(contributor, contributor.post("/refreshes").succeeded(), progress -> {});
    }

    /** Connects an account at Autopilot. */
    public String connect(String displayName, String apiKey, int ratePerSecond) {
        return connect(Product.AUTOPILOT, displayName, apiKey, ratePerSecond);
    }

    /** Agrees to the text on data privacy, connects an account, and makes the administrator its export user. */
    public String connect(Product product, String displayName, String apiKey, int ratePerSecond) {
        JsonNode text = admin.get("/consent-texts/current?lang=en&type=" + product)
                .succeeded()
                .json();
        Map<String, Object> consent = Map.of("textVersion", text.get("version"), "language", "en", "agreed", true);
        String id = admin.post(
                        "/connections",
                        Map.of(
                                "type", product,
                                "displayName", displayName,
                                "apiKey", apiKey,
                                "consent", consent,
                                "rateLimitPerSecond", ratePerSecond,
                                "sharedWithContributors", true))
                .succeeded()
                .json()
                .get("id")
                .textValue();
        admin.put("/connections/" + id + "/export-user").succeeded();
        return id;
    }

    /** Saves an export to Autopilot that only people set off, which runs nothing, and returns its id. */
    public String makeExport(String displayName, String connectionId, List<String> segmentIds) {
        return makeExport(displayName, connectionId, segmentIds, Map.of("kind", "OFF"));
    }

    /** Saves an export to Autopilot with a schedule, which runs nothing yet, and returns its id. */
    public String makeExport(
            String displayName, String connectionId, List<String> segmentIds, Map<String, ?> schedule) {
        return makeExport(Product.AUTOPILOT, displayName, connectionId, segmentIds, schedule);
    }

    /** Saves an export with a schedule, which runs nothing yet, and returns its id. */
    public String makeExport(
            Product product,
            String displayName,
            String connectionId,
            List<String> segmentIds,
            Map<String, ?> schedule) {
        return contributor
                .post(
                        "/exports",
                        Map.of(
                                "displayName", displayName,
                                "connectionId", connectionId,
                                "segmentIds", segmentIds,
                                "dataMatching", product.dataMatching(),
                                "schedule", schedule))
                .succeeded()
                .json()
                .get("id")
                .textValue();
    }

    /** What a run of an export would do; nothing is sent. */
    public JsonNode preview(String exportId) {
        return contributor.post("/exports/" + exportId + "/preview").succeeded().json();
    }

    /** Runs an export, and returns the run when it has ended. */
    public JsonNode run(String exportId, Consumer<JsonNode> progress) {
        return end(
                contributor, contributor.post("/exports/" + exportId + "/runs").succeeded(), progress);
    }

    /** Lets every finished refresh set off an export from now on. */
    public void runWithRefreshes(String exportId) {
        contributor
                .edit("/exports/" + exportId, Map.of("schedule", Map.of("kind", "SYSTEM_REFRESH")))
                .succeeded();
    }

    /** The run that a refresh set off, when it has ended; waits for it to come, but not for ever. */
    public JsonNode runAfter(String refreshId, String exportId) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            for (JsonNode run : contributor
                    .get("/exports/" + exportId + "/runs")
                    .succeeded()
                    .json()
                    .get("items")) {
                if (run.path("refreshId").asText().equals(refreshId) && run.hasNonNull("finishedAt")) {
                    return run;
                }
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new PlatformFailure("The refresh %s did not set off the export %s.".formatted(refreshId, exportId));
    }

    /** Who was not exported by a run: all pages of {@code {profileId, reason, detail}}. */
    public List<JsonNode> rejections(JsonNode run) {
        List<JsonNode> all = new ArrayList<>();
        String page = "/exports/%s/runs/%s/rejections?limit=200"
                .formatted(run.get("exportId").textValue(), run.get("id").textValue());
        while (page != null) {
            JsonNode answer = contributor.get(page).succeeded().json();
            answer.get("items").forEach(all::add);
            page = answer.path("next").textValue();
        }
        return all;
    }

    /** Asks until something that was begun has ended. */
    private static JsonNode end(ApiClient api, Answer begun, Consumer<JsonNode> progress) {
        String path = begun.location().getPath();
        JsonNode now = api.get(path).succeeded().json();
        while (ONGOING.contains(now.get("status").textValue())) {
            progress.accept(now);
            LockSupport.parkNanos(POLL_NANOS);
            now = api.get(path).succeeded().json();
        }
        return now;
    }
}
