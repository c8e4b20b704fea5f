package insights.export.bench;

import io.restassured.path.json.JsonPath;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How much of the requests that a contract allows are made: near and far, and after a destination throttled. */
final class PaceBenchmark {

    private static final int RATE = 20;
    private static final int SLOW_RATE = 5;

    /** What Ortto allows as a rule, and its largest plans by an older table (1,800 a minute): ortto-api.md, "Rate limits". */
    private static final int ORTTO_RATE = 10;

    private static final int BUSINESS_RATE = 30;

    /** People in one of Ortto's merges. */
    private static final int MERGED = 100;

    /** Until as many requests are in flight as the answers need. */
    private static final int SETTLING_SECONDS = 15;

    private static final int MEASURED_SECONDS = 30;
    private static final int THROTTLED_SECONDS = 75;
    private static final int BACK_SECONDS = 120;
    private static final int AFTERWARDS_SECONDS = 180;

    private final BenchPlatform platform;
    private final PrintStream out;

    PaceBenchmark(BenchPlatform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    void run(List<String> names) throws InterruptedException {
        boolean all = names.isEmpty();
        if (all || names.contains("pace-share")) {
            ratio("pace-share", Math.min(share(SLOW_RATE, 0), share(RATE, 0)));
        }
        for (String name : List.of("pace-share-50ms", "pace-share-200ms", "pace-share-1s", "pace-share-2s")) {
            if (all || names.contains(name)) {
                ratio(
                        name,
                        switch (name) {
                            case "pace-share-50ms" -> share(RATE, 50);
                            case "pace-share-200ms" -> share(RATE, 200);
                            case "pace-share-1s" -> share(RATE, 1_000);
                            default -> share(SLOW_RATE, 2_000);
                        });
            }
        }
        if (all || names.contains("pace-share-ortto")) {
            ratio("pace-share-ortto", Math.min(merging(ORTTO_RATE), merging(BUSINESS_RATE)));
        }
        if (all || names.contains("pace-after-throttling")) {
            afterThrottling();
        }
    }

    /** Part of the allowed requests that are made in some seconds of putting contacts on a list. */
    private double share(int rate, int answerMillis) throws InterruptedException {
        String key = platform.account(rate);
        platform.answerAfter(key, answerMillis);
        platform.crowd.people(rate * (SETTLING_SECONDS + MEASURED_SECONDS + 15), 0);
        String export = platform.export(key, rate, "LIST", platform.crowd.everyone);
        return share(key, export, "membershipsJoined", rate, answerMillis);
    }

    /** The same of merging people at Ortto, answered after 200 ms. */
    private double merging(int rate) throws InterruptedException {
        String key = platform.account("ORTTO", rate);
        platform.answerAfter(key, 200);
        platform.crowd.people(MERGED * rate * (SETTLING_SECONDS + MEASURED_SECONDS + 15), 0);
        return share(key, platform.tagging(key, rate, platform.crowd.everyone), "contactsUpserted", rate, 200);
    }

    private double share(String key, String export, String counted, int rate, int answerMillis)
            throws InterruptedException {
        String run = start(export, counted);
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        double share = measured(key, rate, MEASURED_SECONDS);
        platform.cancel(export, run);
        JsonPath counters = platform.counters(key);
        int peak = counters.getInt("peakPerSecond");
        long refused = counters.getList("outcomes.findAll { it.status == 429 }.count", Long.class).stream()
                .mapToLong(Long::longValue)
                .sum();
        out.printf(
                Locale.ROOT,
                "%d a second allowed, answered after %d ms: %.3f of it used, at most %d in a second, %d refused%n",
                rate,
                answerMillis,
                share,
                peak,
                refused);
        if (refused > 0 || peak > rate) {
            throw new IllegalStateException("There were more requests than the destination allows");
        }
        return share;
    }

    /** From two to five minutes after it. */
    private void afterThrottling() throws InterruptedException {
        String key = platform.account(RATE);
        platform.throttle(key, SETTLING_SECONDS, THROTTLED_SECONDS);
        platform.answerAfter(key, 50);
        platform.crowd.people(RATE * (SETTLING_SECONDS + BACK_SECONDS + AFTERWARDS_SECONDS + 30), 0);
        String export = platform.export(key, RATE, "LIST", platform.crowd.everyone);
        String run = start(export, "membershipsJoined");
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS + THROTTLED_SECONDS + BACK_SECONDS);
        double share = measured(key, RATE, AFTERWARDS_SECONDS);
        platform.cancel(export, run);
        out.printf(
                Locale.ROOT,
                "%d s of 429, then from two to five minutes after it: %.3f of what is allowed%n",
                THROTTLED_SECONDS,
                share);
        ratio("pace-after-throttling", share);
    }

    /** Starts a run, and waits until something of what it is measured by was done. */
    private String start(String export, String counted) throws InterruptedException {
        String run = platform.start(export);
        while (platform.run(export, run).getLong("totals." + counted) == 0) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return run;
    }

    private double measured(String key, int rate, int seconds) throws InterruptedException {
        long before = platform.counters(key).getLong("requests");
        long begin = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        long made = platform.counters(key).getLong("requests") - before;
        return made / ((System.nanoTime() - begin) / 1e9) / rate;
    }

    private void ratio(String name, double value) {
        out.printf(Locale.ROOT, "ratio %s %.3f%n", name, value);
    }
}
