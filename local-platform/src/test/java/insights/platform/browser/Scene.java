package insights.platform.browser;

import insights.platform.demo.AutopilotAccount;
import insights.platform.e2e.Waiting;
import insights.platform.http.ApiClient;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Customers, a segment of them, a connection and an export, made by the API as people would: what a test about something else
 * begins with.
 */
record Scene(String name, ApiClient api, AutopilotAccount account, String connection, String segment, String export) {

    /** @param shared whether contributors may use the connection */
    static Scene of(Site site, String name, int customers, int ratePerSecond, boolean shared) {
        ApiClient api = site.api();
        StringBuilder file = new StringBuilder("profileId,email,cohort\n");
        for (int number = 1; number <= customers; number++) {
            file.append("%s-%04d,%s-%04d@example.org,%s\n".formatted(name, number, name, number, name));
        }
        done(api, api.postCsv("/profile-imports", file.toString()).succeeded().location());
        String segment = id(api.post(
                        "/segments",
                        Map.of("displayName", name, "rule", Map.of("field", "cohort", "op", "eq", "value", name)))
                .succeeded()
                .json());
        done(api, api.post("/refreshes").succeeded().location());
        String key = site.newAccount(ratePerSecond);
        String connection = id(api.post(
                        "/connections",
                        Map.of(
                                "type", "AUTOPILOT",
                                "displayName", name,
                                "apiKey", key,
                                "rateLimitPerSecond", ratePerSecond,
                                "sharedWithContributors", shared,
                                "consent", Map.of("textVersion", 1, "language", "en", "agreed", true)))
                .succeeded()
                .json());
        api.put("/connections/" + connection + "/export-user").succeeded();
        String export = id(api.post(
                        "/exports",
                        Map.of(
                                "displayName", name,
                                "connectionId", connection,
                                "segmentIds", List.of(segment),
                                "dataMatching", List.of(Map.of("target", "Email", "field", "email")),
                                "schedule", Map.of("kind", "OFF")))
                .succeeded()
                .json());
        return new Scene(name, api, site.account(key), connection, segment, export);
    }

    /** Runs the export, to the end. */
    void run() {
        done(api, api.post("/exports/" + export + "/runs").succeeded().location());
    }

    /** Only the first so many customers are left in the segment. */
    void shrinksTo(int customers) {
        StringBuilder file = new StringBuilder("profileId,cohort\n");
        for (int number = customers + 1; number <= 200; number++) {
            file.append("%s-%04d,gone\n".formatted(name, number));
        }
        done(api, api.postCsv("/profile-imports", file.toString()).succeeded().location());
        done(api, api.post("/refreshes").succeeded().location());
    }

    private static String id(com.fasterxml.jackson.databind.JsonNode made) {
        return made.get("id").textValue();
    }

    private static void done(ApiClient api, URI begun) {
        Waiting.until(
                begun + " ends",
                () -> api.get(begun.toString()).succeeded().json().has("finishedAt"));
    }
}
