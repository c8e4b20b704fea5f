package insights.segment.bench;

import insights.segment.bench.Customers.Customer;
import io.restassured.path.json.JsonPath;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What it costs when little or nothing has changed, divided by what it cost the first time: the import of the same file, and
 * refreshes.
 */
final class ChangeBenchmark {

    /** One of so many customers changes. */
    private static final int SHARE = 100;

    private final int profiles;
    private final ServiceClient service;
    private final Path files;
    private final PrintStream out;
    private int customer;

    ChangeBenchmark(int profiles, ServiceClient service, Path files, PrintStream out) {
        this.profiles = profiles;
        this.service = service;
        this.files = files;
        this.out = out;
    }

    /** @param first how many seconds the import took that found nobody there */
    void importSame(Path csv, double first) throws Exception {
        JsonPath[] result = new JsonPath[1];
        double same = Timing.seconds(() -> result[0] = service.importCsv(csv));
        if (result[0].getLong("unchanged") != profiles) {
            throw new IllegalStateException(result[0].prettify());
        }
        out.printf(Locale.ROOT, "the same %d profiles again: %.2f s after %.2f s%n", profiles, same, first);
        Timing.ratio(out, "import-same", same / first);
    }

    /** @param first how many seconds the refresh took that found everybody joining */
    void refreshNothing(double first, double again) {
        out.printf(Locale.ROOT, "refresh after nothing has changed: %.3f s after %.2f s%n", again, first);
        Timing.ratio(out, "refresh-nothing", again / first);
    }

    /** The whole base is imported, with one of a hundred changed, and refreshed. */
    void refreshOnePercent(List<String> segments, double first) throws Exception {
        Path csv = files.resolve("changed.csv");
        Customers.writeCsv(csv, profiles, changes());
        JsonPath[] result = new JsonPath[1];
        double imported = Timing.seconds(() -> result[0] = service.importCsv(csv));
        if (result[0].getLong("updated") != (profiles + SHARE - 1) / SHARE) {
            throw new IllegalStateException(result[0].prettify());
        }
        double refreshed = Timing.seconds(() -> result[0] = service.refresh());
        checkSizes(segments, result[0]);
        out.printf(
                Locale.ROOT,
                "all %d profiles with 1 %% changed: import %.2f s; refresh %.3f s after %.2f s; all sizes are equal in memory%n",
                profiles,
                imported,
                refreshed,
                first);
        Timing.ratio(out, "refresh-one-percent", refreshed / first);
    }

    private void checkSizes(List<String> segments, JsonPath refresh) {
        long[] inMemory = new long[segments.size()];
        UnaryOperator<Customer> changes = changes();
        Customers.generate(profiles, customer -> {
            Customer changed = changes.apply(customer);
            for (int i = 0; i < inMemory.length; i++) {
                if (SampleSegment.ALL.get(i).test().test(changed)) {
                    inMemory[i]++;
                }
            }
        });
        for (int i = 0; i < inMemory.length; i++) {
            long size = refresh.getLong("segments.find { it.id == '" + segments.get(i) + "' }.size");
            String counted = refresh.getString("segments.find { it.id == '" + segments.get(i) + "' }.counted");
            if (size != inMemory[i] || !counted.equals("CHANGES")) {
                throw new IllegalStateException("segment %d, counted by %s, has %d members, in memory %d"
                        .formatted(i, counted, size, inMemory[i]));
            }
        }
    }

    private UnaryOperator<Customer> changes() {
        customer = 0;
        return before -> customer++ % SHARE == 0 ? before.changed() : before;
    }
}
