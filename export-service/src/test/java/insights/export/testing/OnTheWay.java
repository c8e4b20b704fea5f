package insights.export.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between the service and the sandbox's Autopilot: holds every request up for a while, and sees what is in flight. */
public final class OnTheWay implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("\"Email\":\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("/contact/([^/]+)$");

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Passing> inFlight = new ArrayList<>();
    private final List<Long> answered = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Passing> all = new ArrayList<>();
    private final AtomicReference<Consumer<Passing>> look = new AtomicReference<>(passing -> {});
    private volatile long latencyMillis;
    private int mostInFlight;

    public OnTheWay(long latencyMillis) throws IOException {
        this.latencyMillis = latencyMillis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    /**
     * A request.
     *
     * @param contacts addresses and ids of those whom it is about
     * @param arrivedAt nanoseconds since some moment
     */
    public record Passing(String method, String path, String body, Set<String> contacts, long arrivedAt) {}

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
    }

    /** From now on. */
    public void latencyMillis(long millis) {
        latencyMillis = millis;
    }

    /** Looks at every request before it goes on; what it throws is in {@link #faults()}. */
    public void look(Consumer<Passing> by) {
        look.set(by);
    }

    /** What should not have been: two about one contact at once, and what was looked for. */
    public List<String> faults() {
        synchronized (all) {
            return List.copyOf(faults);
        }
    }

    public int mostInFlight() {
        synchronized (all) {
            return mostInFlight;
        }
    }

    /** Those that came, in order. */
    public List<Passing> all() {
        synchronized (all) {
            return List.copyOf(all);
        }
    }

    /** Those that came and are not answered. */
    public int inFlight() {
        synchronized (all) {
            return inFlight.size();
        }
    }

    /** Those of whose answer the service can know nothing yet: not answered, or a moment ago. */
    public int unsettled(Duration moment) {
        synchronized (all) {
            long since = System.nanoTime() - moment.toNanos();
            return inFlight.size()
                    + (int) answered.stream().filter(at -> at > since).count();
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        Passing passing = new Passing(exchange.getRequestMethod(), path, body, contacts(path, body), System.nanoTime());
        come(passing);
        try {
            look.get().accept(passing);
        } catch (AssertionError | RuntimeException e) {
            synchronized (all) {
                faults.add(e.getMessage());
            }
        }
        HttpResponse<byte[]> answer = ask(exchange, passing);
        LockSupport.parkNanos(latencyMillis * 1_000_000);
        synchronized (all) {
            inFlight.remove(passing);
            answered.add(System.nanoTime());
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private void come(Passing passing) {
        synchronized (all) {
            for (Passing other : inFlight) {
                passing.contacts().stream()
                        .filter(other.contacts()::contains)
                        .forEach(contact -> faults.add(
                                "at once about " + contact + ": " + other.path() + " and " + passing.path()));
            }
            inFlight.add(passing);
            all.add(passing);
            mostInFlight = Math.max(mostInFlight, inFlight.size());
        }
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, Passing passing) throws IOException {
        URI to = URI.create(Sandbox.endpoint().resolve("/") + passing.path().substring(1));
        HttpRequest.Builder request = HttpRequest.newBuilder(to)
                .header("autopilotapikey", exchange.getRequestHeaders().getFirst("autopilotapikey"))
                .method(passing.method(), HttpRequest.BodyPublishers.ofString(passing.body()));
        if (!passing.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Set<String> contacts(String path, String body) {
        List<String> found = new ArrayList<>();
        Matcher address = ADDRESS.matcher(body);
        while (address.find()) {
            found.add(address.group(1));
        }
        Matcher id = ID.matcher(path);
        if (id.find()) {
            found.add(id.group(1));
        }
        return Set.copyOf(found);
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
