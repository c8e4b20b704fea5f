package insights.export.bench;

import insights.common.testing.BenchmarkNames;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * How many requests a run makes against the fewest possible, how much of the allowed rate it uses, how fast it is against
 * a bare loop, and what it holds in memory. Prints a line {@code ratio NAME VALUE} each.
 */
public final class DeliveryBenchmark {

    private static final List<String> NAMES = List.of(
            "requests-field-mode",
            "requests-tag-mode",
            "requests-list-mode",
            "requests-list-mode-bulk",
            "delivery-vs-loop",
            "pace-share",
            "pace-share-50ms",
            "pace-share-200ms",
            "pace-share-1s",
            "pace-share-2s",
            "pace-share-ortto",
            "pace-after-throttling",
            "heap-1e6-vs-1e4");

    private static final int CONTACTS = 100_000;
    private static final int WARM_UP = 8;
    private static final int UNLIMITED = 100_000;
    /** What an API behind the internet needs at best; and the 3,000 bulk upserts a minute that the sandbox must manage. */
    private static final int NEAR_MILLIS = 20;
    /** As many as the service has in flight at most. */
    private static final int AT_ONCE = 64;

    private final BenchPlatform platform;
    private final PrintStream out;

    private DeliveryBenchmark(BenchPlatform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    /** @param arguments names of figures; none for all */
    public static void main(String[] arguments) throws Exception {
        List<String> names = List.of(arguments);
        BenchmarkNames.require(names, NAMES);
        Path files = Files.createDirectories(Path.of("target/bench"));
        try (BenchPlatform platform = new BenchPlatform(files)) {
            DeliveryBenchmark benchmark = new DeliveryBenchmark(platform, System.out);
            if (names.isEmpty() || names.contains("requests-field-mode")) {
                benchmark.requestsFieldMode();
            }
            if (names.isEmpty() || names.contains("requests-tag-mode")) {
                benchmark.requestsTagMode();
            }
            if (names.isEmpty() || names.contains("requests-list-mode")) {
                benchmark.requestsListMode();
            }
            if (names.isEmpty() || names.contains("requests-list-mode-bulk")) {
                benchmark.requestsListModeBulk();
            }
            if (names.isEmpty() || names.contains("delivery-vs-loop")) {
                benchmark.deliveryVersusLoop();
            }
            new PaceBenchmark(platform, System.out).run(names);
            if (names.isEmpty() || names.contains("heap-1e6-vs-1e4")) {
                benchmark.heap();
            }
        }
    }

    private void requestsFieldMode() throws IOException, InterruptedException {
        platform.crowd.people(CONTACTS, 0);
        String key = platform.account(0);
        String export = platform.export(key, UNLIMITED, "FIELD", platform.crowd.everyone, platform.crowd.half);
        long first = requests(key, export);
        long unchanged = requests(key, export);
        platform.crowd.people(CONTACTS, CONTACTS / 100);
        long onePercent = requests(key, export);
        out.printf(
                "%d contacts by field: %d requests; nothing changed: %d; 1 %% changed: %d%n",
                CONTACTS, first, unchanged, onePercent);
        ratio("requests-field-mode", first / (CONTACTS / 100.0));
        ratio("requests-field-mode-changed", onePercent / (CONTACTS / 100.0 / 100.0));
        ratio("requests-unchanged", unchanged);
    }

    /** Three tags each; then one in a hundred is another person. */
    private void requestsTagMode() throws IOException, InterruptedException {
        platform.crowd.people(CONTACTS, 0);
        String key = platform.account("ORTTO", 0);
        String export = platform.tagging(
                key, UNLIMITED, platform.crowd.everyone, platform.crowd.also.get(0), platform.crowd.also.get(1));
        long first = requests(key, export);
        long unchanged = requests(key, export);
        platform.crowd.exchange(CONTACTS / 100);
        long exchanged = requests(key, export);
        long tags = platform.counters(key).getLong("memberships");
        out.printf(
                "%d people with three tags each: %d requests; nothing changed: %d; 1 %% left and 1 %% joined: %d; %d tags are set%n",
                CONTACTS, first, unchanged, exchanged, tags);
        if (tags != 3L * CONTACTS) {
            throw new IllegalStateException("Ortto does not hold what it should");
        }
        ratio("requests-tag-mode", first / (CONTACTS / 100.0));
        ratio("requests-tag-mode-exchanged", exchanged / (2 * CONTACTS / 100.0 / 100.0));
        ratio("requests-tag-mode-unchanged", unchanged);
    }

    private void requestsListMode() throws IOException, InterruptedException {
        int contacts = CONTACTS / 10;
        int memberships = contacts + contacts / 2;
        platform.crowd.people(contacts, 0);
        String key = platform.account(0);
        String export = platform.export(key, UNLIMITED, "LIST", platform.crowd.everyone, platform.crowd.half);
        long first = requests(key, export);
        out.printf("%d contacts with %d memberships by list: %d requests%n", contacts, memberships, first);
        ratio("requests-list-mode", first / (contacts / 100.0 + memberships));
    }

    /** Where the account takes the first membership with the contact itself. */
    private void requestsListModeBulk() throws IOException, InterruptedException {
        int contacts = CONTACTS / 10;
        int beyondTheFirst = contacts / 2;
        platform.crowd.people(contacts, 0);
        String key = platform.account(0);
        platform.quirk(key, "listInBulk");
        String export = platform.export(key, UNLIMITED, "LIST", platform.crowd.everyone, platform.crowd.half);
        long first = requests(key, export);
        long unchanged = requests(key, export);
        long memberships = platform.counters(key).getLong("memberships");
        out.printf(
                "%d contacts with %d memberships by list in bulk: %d requests; nothing changed: %d%n",
                contacts, memberships, first, unchanged);
        if (memberships != contacts + beyondTheFirst || unchanged != 0) {
            throw new IllegalStateException("Autopilot does not hold what it should, or is asked again");
        }
        ratio("requests-list-mode-bulk", first / (contacts / 50.0 + beyondTheFirst));
    }

    private long requests(String key, String export) throws IOException, InterruptedException {
        platform.clearCounters(key);
        platform.run(export);
        return platform.counters(key).getLong("requests");
    }

    /**
     * Against an Autopilot that answers as soon as it can, which is the hardest, with as many requests in flight on both sides; and
     * one as far away as a near one, against one request after the other.
     */
    private void deliveryVersusLoop() throws IOException, InterruptedException, SQLException {
        platform.crowd.people(CONTACTS, 0);
        // To warm up, on both sides.
        for (int round = 0; round < WARM_UP; round++) {
            delivery(0);
            loop(0, AT_ONCE, batch -> {});
        }
        deliveryVersusLoop("delivery-vs-loop-at-once", 0, AT_ONCE);
        deliveryVersusLoop("delivery-vs-loop", NEAR_MILLIS, 1);
        ledgerVersusLoop();
    }

    /** What the ledger costs by itself: no run can be faster than a loop that writes it. */
    private void ledgerVersusLoop() throws InterruptedException, SQLException {
        double loop = loop(0, AT_ONCE, batch -> {});
        try (LedgerRows ledger = new LedgerRows()) {
            double recording = loop(0, AT_ONCE, ledger::write);
            out.printf(
                    Locale.ROOT,
                    "%d contacts by a bare loop: %.1f s; by one that writes the ledger as a run does: %.1f s%n",
                    CONTACTS,
                    loop,
                    recording);
            ratio("ledger-vs-loop-at-once", loop / recording);
        }
    }

    private void deliveryVersusLoop(String name, int answerMillis, int atOnce)
            throws IOException, InterruptedException {
        double delivery = delivery(answerMillis);
        double loop = loop(answerMillis, atOnce, batch -> {});
        out.printf(
                Locale.ROOT,
                "%d contacts delivered in %.1f s; by a bare loop with %d in flight: %.1f s; Autopilot waits %d ms before it answers%n",
                CONTACTS,
                delivery,
                atOnce,
                loop,
                answerMillis);
        ratio(name, loop / delivery);
    }

    private double delivery(int answerMillis) throws IOException, InterruptedException {
        String key = platform.account(0);
        platform.answerAfter(key, answerMillis);
        JsonPath run = platform.run(platform.export(key, UNLIMITED, "FIELD", platform.crowd.everyone));
        platform.forget(key);
        return Duration.between(Instant.parse(run.getString("requestedAt")), Instant.parse(run.getString("finishedAt")))
                        .toMillis()
                / 1e3;
    }

    private double loop(int answerMillis, int atOnce, IntConsumer answered) throws InterruptedException {
        String key = platform.account(0);
        platform.answerAfter(key, answerMillis);
        double seconds = new Loop(platform.api(), key, CONTACTS).run(atOnce, answered);
        platform.forget(key);
        return seconds;
    }

    private void heap() throws IOException, InterruptedException {
        long small = heapOf(10_000);
        long big = heapOf(1_000_000);
        out.printf("heap in use after collections: 10,000 profiles %d MiB, 1,000,000 profiles %d MiB%n", small, big);
        ratio("heap-1e6-vs-1e4", (double) big / small);
    }

    /** Several runs, so that there is a collection at all. */
    private long heapOf(int people) throws IOException, InterruptedException {
        platform.crowd.people(people, 0);
        int since = platform.gcLogLines();
        int lines = since;
        for (int runs = 0; runs < 20 && lines < since + 10; runs++) {
            platform.run(platform.export(platform.account(0), UNLIMITED, "FIELD", platform.crowd.everyone));
            lines = platform.gcLogLines();
        }
        return platform.heapInUse(since);
    }

    private void ratio(String name, double value) {
        out.printf(Locale.ROOT, "ratio %s %.3f%n", name, value);
    }
}
