package insights.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.console.Steps;
import insights.platform.process.PlatformFailure;
import insights.platform.services.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Does the main job once with sample customers, shows it, and proves that Autopilot holds what it should. */
public final class Demo {

    private static final int CUSTOMERS = 2000;
    private static final long SEED = 1;
    /** In two of the three segments. */
    private static final String NEW_CUSTOMER =
            "c-99999,nora.nuova@example.com,Nora,Nuova,it,Trento,2025-07-01,1,49.90,true\r\n";

    private final MainJob job;
    private final AccountAddress autopilot;
    private final Steps steps;

    public Demo(MainJob job, AccountAddress autopilot, Steps steps) {
        this.job = job;
        this.autopilot = autopilot;
        this.steps = steps;
    }

    /** Fails if anything is not as it should be. */
    public void run() {
        String csv = new SampleCustomers(SEED).csv(CUSTOMERS);
        String exportId = prepare(csv);
        AutopilotAccount account = new AutopilotAccount(autopilot);
        Expectation expected = Expectation.of(csv);

        JsonNode first = export(exportId);
        List<JsonNode> rejections = job.rejections(first);
        OutcomeTable.of(CUSTOMERS, first, rejections).forEach(steps::say);
        steps.call("Read back from Autopilot", text -> text, () -> prove(expected, account, rejections));
        steps.call("Export again", text -> text, () -> again(exportId, account));
        steps.run("Schedule of the export", "with every refresh", () -> job.runWithRefreshes(exportId));
        steps.call("Import of a customer", Demo::imported, () -> job.importCustomers(header(csv) + NEW_CUSTOMER));
        JsonNode refresh = steps.call("Refresh of the segments", Demo::sizes, job::refresh);
        steps.call("Export by itself", text -> text, () -> byItself(exportId, refresh, csv + NEW_CUSTOMER, account));
    }

    private String prepare(String csv) {
        steps.call("Import of customers", Demo::imported, () -> job.importCustomers(csv));
        steps.call("Fields of the profiles", Demo::fields, job::fields);
        List<String> segments = new ArrayList<>();
        for (SampleSegment segment : SampleSegment.ALL) {
            steps.run(
                    "Segment",
                    segment.displayName(),
                    () -> segments.add(job.makeSegment(segment.displayName(), segment.rule())));
        }
        steps.call("Refresh of the segments", Demo::sizes, job::refresh);
        String connection = steps.call(
                "Connection to Autopilot",
                id -> "consent, API key proven, export user",
                () -> job.connect("Sample newsletter", autopilot.apiKey(), Sandbox.RATE_PER_SECOND));
        return steps.call(
                "Export saved",
                id -> "3 segments, 5 fields",
                () -> job.makeExport("Sample export", connection, segments));
    }

    private JsonNode export(String exportId) {
        JsonNode preview = steps.call("Preview", Demo::planned, () -> job.preview(exportId));
        ExportProgress progress = new ExportProgress(
                steps.bar("Export"), contacts(preview), preview.get("joins").longValue());
        long begin = System.nanoTime();
        JsonNode run = job.run(exportId, progress::show);
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
        return "%,d contacts, %,d places on lists"
                .formatted(contacts(preview), preview.get("joins").longValue());
    }

    private static long contacts(JsonNode preview) {
        return preview.get("toAdd").longValue() + preview.get("toUpdate").longValue();
    }

    private static String prove(Expectation expected, AutopilotAccount account, List<JsonNode> rejections) {
        List<String> differences = expected.differences(account.contacts());
        if (!differences.isEmpty()) {
            throw new PlatformFailure("Autopilot does not hold what the file says, for %d addresses, among them %s"
                    .formatted(differences.size(), differences.getFirst()));
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

    private String byItself(String exportId, JsonNode refresh, String csv, AutopilotAccount account) {
        JsonNode run = job.runAfter(refresh.get("id").textValue(), exportId);
        List<String> differences = Expectation.of(csv).differences(account.contacts());
        if (!differences.isEmpty()) {
            throw new PlatformFailure(
                    "The run that the refresh set off did not export %s: %s".formatted(differences.getFirst(), run));
        }
        return "set off by the refresh: %,d contact written, %,d put on a list"
                .formatted(
                        run.at("/totals/contactsUpserted").longValue(),
                        run.at("/totals/membershipsJoined").longValue());
    }

    private static String header(String csv) {
        return csv.substring(0, csv.indexOf('\n') + 1);
    }

    private String again(String exportId, AutopilotAccount account) {
        int before = account.requests();
        JsonNode run = job.run(exportId, now -> {});
        int made = account.requests() - before;
        if (made != 0) {
            throw new PlatformFailure(
                    "Nothing had changed, but the second run made %d requests: %s".formatted(made, run));
        }
        return "nothing had changed, so no request was made";
    }

    private static String imported(JsonNode result) {
        if (!result.get("status").textValue().equals("SUCCESSFUL")) {
            throw new PlatformFailure("The import did not succeed: " + result);
        }
        return "%,d received, %,d rejected"
                .formatted(
                        result.get("received").longValue(),
                        result.get("rejected").longValue());
    }

    private static String fields(JsonNode fields) {
        return elements(
                fields,
                field -> field.get("name").textValue() + " " + field.get("type").textValue());
    }

    private static String sizes(JsonNode refresh) {
        return elements(refresh.get("segments"), segment -> segment.get("size").asText()) + " members";
    }

    private static String elements(JsonNode array, java.util.function.Function<JsonNode, String> text) {
        return StreamSupport.stream(array.spliterator(), false).map(text).collect(Collectors.joining(", "));
    }
}
