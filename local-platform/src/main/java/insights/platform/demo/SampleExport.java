package insights.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.console.Steps;
import insights.platform.process.PlatformFailure;
import insights.platform.services.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sample's segments at one destination: connected, exported, read back, and compared with the file. */
final class SampleExport {

    private final Product product;
    private final MainJob job;
    private final Steps steps;
    private final Account account;
    private final String id;

    /** Connects the account, and saves the export. */
    SampleExport(Product product, AccountAddress address, List<String> segments, MainJob job, Steps steps) {
        this.product = product;
        this.job = job;
        this.steps = steps;
        this.account = product.open(address);
        String connection = steps.call(
                "Connection to " + product.label(),
                made -> "consent, API key proven, export user",
                () -> job.connect(
                        product, "Sample newsletter at " + product.label(), address.apiKey(), Sandbox.RATE_PER_SECOND));
        this.id = steps.call(
                "Export saved",
                made -> "%d segments, %d fields"
                        .formatted(segments.size(), product.dataMatching().size()),
                () -> job.makeExport(
                        product, "Sample export to " + product.label(), connection, segments, Map.of("kind", "OFF")));
    }

    /** Exports twice, and fails if anything is not as it should be. */
    void run(Expectation expected, int customers) {
        JsonNode first = export();
        List<JsonNode> rejections = job.rejections(first);
        OutcomeTable.of(product, customers, first, rejections).forEach(steps::say);
        steps.call("Read back from " + product.label(), text -> text, () -> prove(expected, rejections));
        steps.call("Export again", text -> text, this::again);
    }

    /** Lets every finished refresh set it off. */
    void runWithRefreshes() {
        steps.run("Schedule of the export", "with every refresh", () -> job.runWithRefreshes(id));
    }

    /** Waits for what a refresh set off. */
    void awaitRun(JsonNode refresh, Expectation expected) {
        steps.call("Export by itself", text -> text, () -> byItself(refresh, expected));
    }

    private JsonNode export() {
        JsonNode preview = steps.call("Preview", SampleExport::planned, () -> job.preview(id));
        ExportProgress progress = new ExportProgress(
                steps.bar("Export"), contacts(preview), preview.get("joins").longValue());
        long begin = System.nanoTime();
        JsonNode run = job.run(id, progress::show);
        progress.end();
        String status = run.get("status").textValue();
        if (!List.of("SUCCESSFUL", "COMPLETED_WITH_WARNINGS").contains(status)) {
            throw new PlatformFailure("The export did not succeed: " + run);
        }
        steps.done(
                "Export",
                Duration.ofNanos(System.nanoTime() - begin),
                "completed, %,d not exported"
                        .formatted(run.at("/totals/rejected").longValue()));
        return run;
    }

    private static String planned(JsonNode preview) {
        long joins = preview.get("joins").longValue();
        return "%,d contacts".formatted(contacts(preview))
                + (joins == 0 ? "" : ", %,d places on lists".formatted(joins));
    }

    private static long contacts(JsonNode preview) {
        return preview.get("toAdd").longValue() + preview.get("toUpdate").longValue();
    }

    private String prove(Expectation expected, List<JsonNode> rejections) {
        List<String> differences = expected.differences(account.contacts());
        if (!differences.isEmpty()) {
            throw new PlatformFailure("%s does not hold what the file says, for %d addresses, among them %s"
                    .formatted(product.label(), differences.size(), differences.getFirst()));
        }
        Map<String, String> reasons = rejections.stream()
                .collect(Collectors.toMap(
                        one -> one.get("profileId").textValue(),
                        one -> one.get("reason").textValue(),
                        (a, b) -> a,
                        TreeMap::new));
        if (!expected.rejections().equals(reasons)) {
            throw new PlatformFailure(
                    "The rejections are %s, but should be %s".formatted(reasons, expected.rejections()));
        }
        return "%,d contacts and %,d memberships, all as computed from the file"
                .formatted(expected.contacts().size(), expected.memberships());
    }

    private String again() {
        int before = account.requests();
        JsonNode run = job.run(id, now -> {});
        int made = account.requests() - before;
        if (made != 0) {
            throw new PlatformFailure(
                    "Nothing had changed, but the second run made %d requests: %s".formatted(made, run));
        }
        return "nothing had changed, so no request was made";
    }

    private String byItself(JsonNode refresh, Expectation expected) {
        JsonNode run = job.runAfter(refresh.get("id").textValue(), id);
        List<String> differences = expected.differences(account.contacts());
        if (!differences.isEmpty()) {
            throw new PlatformFailure(
                    "The run that the refresh set off did not export %s: %s".formatted(differences.getFirst(), run));
        }
        return "set off by the refresh: %,d contact written, "
                        .formatted(run.at("/totals/contactsUpserted").longValue())
                + (product.hasLists()
                        ? "%,d put on a list"
                                .formatted(run.at("/totals/membershipsJoined").longValue())
                        : "its tags with it");
    }
}
