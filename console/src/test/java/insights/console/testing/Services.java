package insights.console.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * All three services: each answers with what it was asked, so that tests see what arrives. export-service also tells of a run,
 * one event now and the next one when it is told to ({@code /go-on}).
 */
public class Services implements QuarkusTestResourceLifecycleManager {

    /** Tests find export-service here. */
    static final String URL = "insights.test.export-service";

    private final Map<String, HttpServer> servers = new HashMap<>();
    private volatile CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        for (String name : new String[] {"destination-service", "segment-service", "export-service"}) {
            HttpServer server = StandIn.start();
            servers.put(name, server);
            server.createContext("/", exchange -> echo(name, exchange));
            config.put("insights.services.url." + name, StandIn.url(server));
        }
        HttpServer exports = servers.get("export-service");
        System.setProperty(URL, StandIn.url(exports));
        exports.createContext("/exports/1/runs/1/progress", this::progress);
        exports.createContext("/exports/broken", Services::breakOff);
        exports.createContext("/go-on", exchange -> {
            goOn.countDown();
            goOn = new CountDownLatch(1);
            StandIn.answer(exchange, 200, "text/plain", "");
        });
        return config;
    }

    @Override
    public void stop() {
        servers.values().forEach(server -> server.stop(0));
    }

    private static void echo(String service, HttpExchange exchange) throws IOException {
        long bytes = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        exchange.getResponseHeaders().set("ETag", "\"7\"");
        exchange.getResponseHeaders().set("Set-Cookie", "theirs=1");
        JsonObject seen = new JsonObject();
        headers.forEach(seen::put);
        String body = new JsonObject()
                .put("service", service)
                .put("method", exchange.getRequestMethod())
                .put("target", exchange.getRequestURI().toString())
                .put("headers", seen)
                .put("bytes", bytes)
                .encode();
        StandIn.answer(exchange, 200, "application/json", body);
    }

    private void progress(HttpExchange exchange) throws IOException {
        CountDownLatch next = goOn;
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (next.await(30, TimeUnit.SECONDS)) {
                out.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/csv");
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
