package insights.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import insights.console.outage.Outage;
import insights.console.problem.RequestId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever leaves takes nobody else's request along. */
class ForwardingTest {

    private static final long PATIENCE = 60;
    private static final int SMALL = 2_048;

    /** More than the sockets of the test hold, less than what Vert.x takes before it lets a service wait. */
    private static final int ANSWER = 50_000;

    private final Vertx vertx = Vertx.vertx();
    private final CompletableFuture<HttpServerResponse> asked = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private HttpServer service;
    private HttpServer console;
    private HttpClient client;

    @BeforeEach
    void start() throws Exception {
        service = of(vertx.createHttpServer()
                .requestHandler(request -> {
                    if (request.path().equals("/long")) {
                        request.response().end(Buffer.buffer(new byte[ANSWER]));
                    } else {
                        asked.complete(request.response());
                    }
                })
                .listen(0, "localhost"));
        // One connection, so that the second request is asked on that of the first.
        client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(1));
        URI address = URI.create("http://localhost:" + service.actualPort());
        Router router = Router.router(vertx);
        router.route().handler(context -> {
            context.put(RequestId.HEADER, "a-request");
            if (context.request().path().equals("/long")) {
                context.request().connection().closeHandler(closed -> gone.complete(null));
            }
            new Forwarding(context, Upstream.SEGMENT_SERVICE, address, Duration.ofMinutes(2), new Outage("a service"))
                    .begin(client, context.request().path(), "a-token");
        });
        console = of(vertx.createHttpServer(new HttpServerOptions().setSendBufferSize(SMALL))
                .requestHandler(router)
                .listen(0, "localhost"));
    }

    @AfterEach
    void stop() throws Exception {
        of(vertx.close());
    }

    @Test
    void whoLeavesBeforeAnAnswerIsReadCostsNobodyElseTheirs() throws Exception {
        Socket leaving = ask("/long");
        try (Socket staying = ask("/short")) {
            // The service has ended the long answer: it is asked again on the same connection.
            HttpServerResponse answer = asked.get(PATIENCE, TimeUnit.SECONDS);
            leaving.close();
            gone.get(PATIENCE, TimeUnit.SECONDS);
            vertx.setTimer(Duration.ofSeconds(2).toMillis(), later -> answer.end("here it is"));
            assertThat(new BufferedReader(new InputStreamReader(staying.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void aServiceDoesNotGoOnForSomebodyWhoLeft() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        try (Socket leaving = ask("/short")) {
            HttpServerResponse answer = asked.get(PATIENCE, TimeUnit.SECONDS);
            answer.closeHandler(closed -> ended.complete(null));
            answer.setChunked(true).write("a beginning");
            leaving.getInputStream().read();
        }
        ended.get(PATIENCE, TimeUnit.SECONDS);
    }

    private Socket ask(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE));
        socket.connect(new InetSocketAddress(InetAddress.getByName("localhost"), console.actualPort()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static <T> T of(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(PATIENCE, TimeUnit.SECONDS);
    }
}
