package insights.sandbox.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How fast the packaged sandbox is and how much it holds, in a JVM with a heap of 1 GiB. Needs nothing but a JDK:
 * {@code java SandboxBench.java path/to/quarkus-run.jar}. Prints lines {@code ratio NAME VALUE}: what was reached,
 * divided by what must be; 1 and more is good enough.
 */
public final class SandboxBench {

    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final int BATCH = 100;
    private static final int MILLION = 1_000_000;
    private static final int MUST_UPSERTS_A_MINUTE = 3_000;
    private static final int WARM_UP = 500;
    private static final int MEASURED_UPSERTS = 1_500;
    private static final String ORTTO_KEY = "ortto-key-of-the-benchmark";
    private static final int MANY_PEOPLE = 500_000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int apiPort;
    private final int controlPort;

    private SandboxBench(int apiPort, int controlPort) {
        this.apiPort = apiPort;
        this.controlPort = controlPort;
    }

    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args.length > 0 ? args[0] : "sandbox/target/quarkus-app/quarkus-run.jar");
        if (args.length > 1 || !Files.isRegularFile(jar)) {
            System.err.println(
                    "Give the sandbox's quarkus-run.jar and nothing else, since all figures are measured together: "
                            + String.join(" ", args));
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("sandbox-bench");
        Path ports = folder.resolve("ports.json");
        long startedAt = System.nanoTime();
        Process sandbox = start(jar, ports, folder.resolve("log"));
        try {
            while (!Files.exists(ports)) {
                if (!sandbox.isAlive()) {
                    throw new IllegalStateException(Files.readString(folder.resolve("log")));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            double startSeconds = seconds(startedAt);
            ratio("sandbox-start", 2 / startSeconds, "%.2f s to start, at most 2".formatted(startSeconds));
            String json = Files.readString(ports);
            SandboxBench bench = new SandboxBench(number(json, "api"), number(json, "control"));
            bench.bulkUpserts();
            bench.millionContacts();
            bench.orttoMerges();
            bench.manyPeople();
        } finally {
            sandbox.destroy();
            sandbox.waitFor();
            Files.deleteIfExists(ports);
            Files.deleteIfExists(folder.resolve("log"));
            Files.deleteIfExists(folder);
        }
    }

    /** One client, one request after the other: first new contacts, then the same again. */
    private void bulkUpserts() throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            post("/contacts", contacts(i * BATCH, ""));
        }
        List<String> bodies = IntStream.range(0, MEASURED_UPSERTS)
                .mapToObj(i -> contacts((WARM_UP + i / 2) * BATCH, ""))
                .toList();
        long startedAt = System.nanoTime();
        for (String body : bodies) {
            post("/contacts", body);
        }
        double aMinute = MEASURED_UPSERTS * 60 / seconds(startedAt);
        ratio(
                "sandbox-bulk-upserts",
                aMinute / MUST_UPSERTS_A_MINUTE,
                "%.0f bulk upserts of %d contacts a minute from one client, at least %d"
                        .formatted(aMinute, BATCH, MUST_UPSERTS_A_MINUTE));
        control("POST", "/accounts/" + KEY + "/reset");
    }

    /** A million contacts with five custom fields each, all on one list. */
    private void millionContacts() throws Exception {
        send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + controlPort + "/control/accounts/" + KEY))
                .method("PATCH", BodyPublishers.ofString("{\"quirks\":{\"listInBulk\":true}}")));
        String list = text(post("/list", "{\"name\":\"Everybody\"}"), "list_id");
        String onList = "\"_autopilot_list\":\"" + list + "\",";
        long startedAt = System.nanoTime();
        try (var clients = Executors.newFixedThreadPool(2)) {
            List<Future<?>> batches = new ArrayList<>();
            for (int from = 0; from < MILLION; from += BATCH) {
                int first = from;
                batches.add(clients.submit(() -> post("/contacts", contacts(first, onList))));
            }
            for (Future<?> batch : batches) {
                batch.get();
            }
        }
        double loadSeconds = seconds(startedAt);
        String counters = control("GET", "/accounts/" + KEY + "/counters");
        int held = Math.min(number(counters, "contacts"), number(counters, "memberships"));
        startedAt = System.nanoTime();
        int read = control("GET", "/accounts/" + KEY + "/contacts").split("\n").length;
        ratio(
                "sandbox-million-contacts",
                Math.min(held, read) / (double) MILLION,
                "%d contacts on a list, loaded in %.0f s, read back in %.0f s, with -Xmx1g"
                        .formatted(held, loadSeconds, seconds(startedAt)));
    }

    /** At Ortto: one client, one merge of a hundred after the other, first new people, then the same again. */
    private void orttoMerges() throws IOException, InterruptedException {
        control("POST", "/accounts/" + KEY + "/reset");
        for (int i = 0; i < WARM_UP; i++) {
            merge(people(i * BATCH));
        }
        List<String> bodies = IntStream.range(0, MEASURED_UPSERTS)
                .mapToObj(i -> people((WARM_UP + i / 2) * BATCH))
                .toList();
        long startedAt = System.nanoTime();
        for (String body : bodies) {
            merge(body);
        }
        double aMinute = MEASURED_UPSERTS * 60 / seconds(startedAt);
        ratio(
                "sandbox-ortto-merges",
                aMinute / MUST_UPSERTS_A_MINUTE,
                "%.0f merges of %d people a minute from one client, at least %d"
                        .formatted(aMinute, BATCH, MUST_UPSERTS_A_MINUTE));
        control("POST", "/accounts/" + ORTTO_KEY + "/reset");
    }

    /** Half a million people at Ortto, with three tags each. */
    private void manyPeople() throws IOException, InterruptedException {
        long startedAt = System.nanoTime();
        for (int from = 0; from < MANY_PEOPLE; from += BATCH) {
            merge(people(from));
        }
        double loadSeconds = seconds(startedAt);
        String counters = control("GET", "/accounts/" + ORTTO_KEY + "/counters");
        int held = Math.min(number(counters, "people"), number(counters, "memberships") / 3);
        startedAt = System.nanoTime();
        int read = control("GET", "/accounts/" + ORTTO_KEY + "/contacts").split("\n").length;
        ratio(
                "sandbox-ortto-people",
                Math.min(held, read) / (double) MANY_PEOPLE,
                "%d people with three tags each, loaded in %.0f s, read back in %.0f s, with -Xmx1g"
                        .formatted(held, loadSeconds, seconds(startedAt)));
    }

    private static String people(int first) {
        IntFunction<String> person = i -> """
                {"fields":{"str::email":"customer-%07d@example.com","str::first":"Name %d","str::last":"Surname %d",\
                "str::postal":"%d","geo::city":{"name":"City %d"},"dtz::b":{"year":1980,"month":3,"day":%d}},\
                "tags":["tag %d","tag %d","everybody"]}""".formatted(i, i, i, i % 1000, i % 100, i % 28 + 1, i % 5, 5 + i % 7);
        return IntStream.range(first, first + BATCH)
                .mapToObj(person)
                .collect(Collectors.joining(",", "{\"people\":[", "],\"merge_by\":[\"str::email\"]}"));
    }

    private void merge(String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + apiPort + "/v1/person/merge"))
                .header("X-Api-Key", ORTTO_KEY)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String contacts(int first, String onList) {
        IntFunction<String> contact =
                i -> """
                {"Email":"customer-%07d@example.com","FirstName":"Name %d","LastName":"Surname %d",%s"notify":false,\
                "custom":{"string--Plan":"plan %d","integer--Orders":%d,"float--Spent":%d.5,"boolean--Active":%b,\
                "date--Last--Order":"2026-01-%02dT10:00:00Z"}}""".formatted(i, i, i, onList, i % 7, i % 100, i % 1000, i % 2 == 0, i % 28 + 1);
        return IntStream.range(first, first + BATCH)
                .mapToObj(contact)
                .collect(Collectors.joining(",", "{\"contacts\":[", "]}"));
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + apiPort + "/v1" + path))
                .header("autopilotapikey", KEY)
                .POST(BodyPublishers.ofString(body)));
    }

    private String control(String method, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + controlPort + "/control" + path))
                .method(method, BodyPublishers.noBody()));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.timeout(Duration.ofMinutes(5)).build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static Process start(Path jar, Path ports, Path log) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx1g",
                        "-Dquarkus.http.port=0",
                        "-Dsandbox.control.port=0",
                        "-Dsandbox.rate-per-second=0",
                        "-Dsandbox.api-key=" + KEY,
                        "-Dsandbox.ortto.api-key=" + ORTTO_KEY,
                        "-Dsandbox.ortto.rate-per-second=0",
                        "-Dsandbox.ports-file=" + ports,
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static void ratio(String name, double value, String explanation) {
        System.out.println(explanation);
        System.out.printf(Locale.ROOT, "ratio %s %.2f%n", name, value);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static int number(String json, String name) {
        return Integer.parseInt(find(json, "\"" + name + "\":(\\d+)"));
    }

    private static String text(String json, String name) {
        return find(json, "\"" + name + "\":\"([^\"]*)\"");
    }

    private static String find(String json, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + json);
        }
        return matcher.group(1);
    }
}
