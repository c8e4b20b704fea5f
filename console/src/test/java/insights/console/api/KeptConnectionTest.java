package insights.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import insights.console.outage.Outage;
import insights.console.problem.RequestId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service ends a connection that seemed to be kept, as one does that is about to stop. */
class KeptConnectionTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private ServerSocket service;
    private HttpServer console;

    @BeforeEach
    void start() throws Exception {
        service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        HttpClient client = vertx.createHttpClient();
        URI address = URI.create("http://127.0.0.1:" + service.getLocalPort());
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            context.put(RequestId.HEADER, "a-request");
            new Forwarding(context, Upstream.SEGMENT_SERVICE, address, Duration.ofMinutes(2), new Outage("a service"))
                    .begin(client, context.request().path(), "a-token");
        });
        console = of(vertx.createHttpServer().requestHandler(router).listen(0, "localhost"));
    }

    @AfterEach
    void stop() throws Exception {
        service.close();
        of(vertx.close());
    }

    @Test
    void whatOnlyReadsIsAskedAgain() throws Exception {
        assertThat(ask("GET", "/1")).isEqualTo(200);
        assertThat(ask("GET", "/2")).isEqualTo(200);
        assertThat(asked).containsExactly("GET /1", "GET /2", "GET /2");
    }

    @Test
    void whatChangesIsNot() throws Exception {
        assertThat(ask("GET", "/1")).isEqualTo(200);
        assertThat(ask("DELETE", "/2")).isEqualTo(503);
        assertThat(asked).containsExactly("GET /1", "DELETE /2");
    }

    /** Answers the first request on each connection, and ends it with the second. */
    private void serve() {
        while (!service.isClosed()) {
            try (Socket socket = service.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                asked.add(request(in));
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                asked.add(request(in));
            } catch (IOException ended) {
                // The test is over, or the console let go of it.
            }
        }
    }

    private static String request(BufferedReader in) throws IOException {
        String first = in.readLine();
        for (String line = first; line != null && !line.isEmpty(); ) {
            line = in.readLine();
        }
        if (first == null) {
            throw new EOFException();
        }
        return first.substring(0, first.lastIndexOf(' '));
    }

    private int ask(String method, String path) throws IOException {
        try (Socket browser = new Socket(InetAddress.getByName("localhost"), console.actualPort())) {
            browser.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .formatted(method, path)
                            .getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(browser.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(status.split(" ")[1]);
        }
    }

    private static <T> T of(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }
}
