package insights.platform.demo;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.console.Steps;
import insights.platform.process.PlatformFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Does the main job once with sample customers, shows it, and proves that the destinations hold what they should. */
public final class Demo {

    private static final int CUSTOMERS = 2000;
    private static final long SEED = 1;
    /** In two of the three segments. */
    private static final String NEW_CUSTOMER =
            "c-99999,nora.nuova@example.com,Nora,Nuova,it,Trento,2025-07-01,1,49.90,true\r\n";

    private final MainJob job;
    private final Map<Product, AccountAddress> accounts;
    private final Steps steps;

    /** @param accounts to each of which the sample is exported, in their order */
    public Demo(MainJob job, Map<Product, AccountAddress> accounts, Steps steps) {
        this.job = job;
        this.accounts = accounts;
        this.steps = steps;
    }

    /** Fails if anything is not as it should be. */
    public void run() {
        String csv = new SampleCustomers(SEED).csv(CUSTOMERS);
        List<String> segments = prepare(csv);
        Expectation expected = Expectation.of(csv);
        List<SampleExport> exports = new ArrayList<>();
        accounts.forEach((product, address) -> {
            SampleExport export = new SampleExport(product, address, segments, job, steps);
            export.run(expected, CUSTOMERS);
            exports.add(export);
        });
        exports.forEach(SampleExport::runWithRefreshes);
        steps.call("Import of a customer", Demo::imported, () -> job.importCustomers(header(csv) + NEW_CUSTOMER));
        JsonNode refresh = steps.call("Refresh of the segments", Demo::sizes, job::refresh);
        exports.forEach(export -> export.awaitRun(refresh, Expectation.of(csv + NEW_CUSTOMER)));
    }

    private List<String> prepare(String csv) {
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
        return segments;
    }

    private static String header(String csv) {
        return csv.substring(0, csv.indexOf('\n') + 1);
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

    private static String elements(JsonNode array, Function<JsonNode, String> text) {
        return StreamSupport.stream(array.spliterator(), false).map(text).collect(Collectors.joining(", "));
    }
}
