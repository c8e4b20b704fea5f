package insights.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import insights.platform.Build;
import insights.platform.port.Port;
import insights.platform.port.Ports;
import insights.platform.services.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway in front of a service that behaves, one that hangs, and none. */
@Timeout(60)
class GatewayTest {

    private static final Patience SHORT =
            new Patience(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(10));
    private static final int LARGE = 3_000_000;

    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private Ports ports;
    private Gateway gateway;

    @BeforeEach
    void start() {
        ports = Ports.freeExcept(Map.of());
        gateway = new Gateway(ports, SHORT);
        gateway.start();
        toClose.add(ports);
        toClose.add(gateway);
    }

    @AfterEach
    void stop() throws Exception {
        released.countDown();
        for (AutoCloseable one : toClose) {
            one.close();
        }
    }

    @Test
    void handsOnWhatWasAskedAndWhatWasAnswered() throws IOException {
        serve();

        String answer = Wire.ask(
                port(),
                "POST /segments/a%2Fb?q=%C3%A8 HTTP/1.1\r\nHost: api.example.com\r\nContent-Length: 4\r\n\r\nbody");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK")
                .endsWith("POST /segments/a%2Fb?q=%C3%A8 for api.example.com: 4 bytes");
    }

    static Stream<Arguments> whatCannotBeUnderstood() {
        return Stream.of(
                Arguments.of(400, "GET /segments/%zz HTTP/1.1\r\nHost: x\r\n\r\n"),
                Arguments.of(400, "GET /segments/% HTTP/1.1\r\nHost: x\r\n\r\n"),
                Arguments.of(400, "GET /segments?q=%zz HTTP/1.1\r\nHost: x\r\n\r\n"),
                Arguments.of(400, "GET /segments?q={a} HTTP/1.1\r\nHost: x\r\n\r\n"),
                Arguments.of(400, "GET /segments HTTP/1.1\r\n\r\n"),
                Arguments.of(400, "GET /segments HTTP/1.1\r\nHost:\r\n\r\n"),
                Arguments.of(400, "GET /segments HTTP/1.1\r\nHost: a b\r\n\r\n"),
                Arguments.of(400, "GET /segments HTTP/1.1\r\nHost: a:b:c\r\n\r\n"),
                Arguments.of(400, "GET /segments HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                Arguments.of(
                        400,
                        "GET /segments HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer 1\r\nAuthorization: 2\r\n\r\n"),
                Arguments.of(400, "GET /segments HTTP/1.1\r\nHost: a\r\nA b: c\r\n\r\n"),
                Arguments.of(404, "GET /elsewhere HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(405, "POST /openapi HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(414, "GET /segments?" + "x".repeat(300_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(431, "GET /segments HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(70_000) + "\r\n\r\n"),
                Arguments.of(
                        501,
                        "POST /segments HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"),
                Arguments.of(
                        501,
                        "GET /segments HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
    }

    /** Cases D12, D20. */
    @ParameterizedTest
    @MethodSource
    void whatCannotBeUnderstood(int status, String request) throws IOException {
        serve();

        assertThat(Wire.ask(port(), request))
                .matches("(?s)HTTP/1\\.[01] " + status + " .*")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"detail\":\"");
    }

    @Test
    void lettersOfAllKindsMayStandInAnAddress() throws IOException {
        serve();

        assertThat(Wire.ask(port(), "GET /segments?q=%C3%A8%25&r=a+b;c HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 200 OK");
    }

    /** Whatever is refused for its length is refused here, with words: a service would write none (D12). */
    @Test
    void hasTheLimitsOfTheServices() throws IOException {
        serve();
        assertThat(Wire.ask(port(), "GET /segments HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(40_000) + "\r\n\r\n"))
                .contains(" 200 OK");

        Properties services = new Properties();
        try (InputStream common = Files.newInputStream(Build.ofThisProject()
                .root()
                .resolve("common/src/main/resources/META-INF/microprofile-config.properties"))) {
            services.load(common);
        }
        assertThat(services)
                .containsEntry("quarkus.http.limits.max-header-size", Integer.toString(Door.LARGEST_HEADERS))
                .containsEntry("quarkus.http.limits.max-initial-line-length", Integer.toString(Door.LONGEST_LINE));
    }

    @Test
    void tellsWhereTheApiIsDescribed() throws IOException {
        String answer = Wire.ask(port(), "GET /openapi HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("content-type: application/json\n");
        JsonArray items = new JsonObject(answer.substring(answer.indexOf("\n\n") + 2)).getJsonArray("items");
        assertThat(items).hasSize(Service.values().length);
        for (Service service : Service.values()) {
            String description = Files.readString(
                    Build.ofThisProject().root().resolve(service.title()).resolve("src/main/openapi/openapi.yaml"));
            assertThat(items)
                    .filteredOn(item -> Routes.to(((JsonObject) item).getString("href"))
                            .filter(service.port()::equals)
                            .isPresent())
                    .singleElement()
                    .satisfies(item -> assertThat(description)
                            .contains("\n  title: " + ((JsonObject) item).getString("title") + "\n"));
        }
    }

    @Test
    void olderClientsNeedNoHost() throws IOException {
        serve();

        assertThat(Wire.ask(port(), "GET /segments HTTP/1.0\r\n\r\n"))
                .contains(" 200 OK")
                .contains("for localhost:");
    }

    /** Case D19. */
    @Test
    void theNameOfACodingIsReadInAnyCase() throws IOException {
        serve();

        assertThat(Wire.ask(
                        port(),
                        "POST /segments HTTP/1.1\r\n"
                                + "Host: a\r\n"
                                + "Transfer-Encoding: Chunked\r\n\r\n"
                                + "3\r\n"
                                + "abc\r\n"
                                + "0\r\n\r\n"))
                .endsWith(": 3 bytes");
    }

    /** Case D19. */
    @Test
    void whoAsksBeforeSendingIsToldToGoOn() throws IOException {
        serve();
        try (Wire wire = new Wire(port())) {
            wire.send("POST /segments HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(wire.readLine()).isEqualTo("HTTP/1.1 100 Continue");
            wire.send("abc");
            assertThat(wire.readLine()).isEmpty();
            assertThat(wire.readAnswer()).endsWith(": 3 bytes");
        }
    }

    /** Case D02. */
    @Test
    void anAnswerBeforeTheBodyWasReadArrivesAndTheConnectionEnds() throws IOException {
        refuseEverything();
        try (Wire wire = new Wire(port())) {
            wire.send("POST /segments HTTP/1.1\r\nHost: a\r\nContent-Length: " + LARGE + "\r\n\r\n");
            wire.send("x".repeat(LARGE));
            String all = wire.readAll();
            assertThat(all)
                    .startsWith("HTTP/1.1 401 ")
                    .containsIgnoringCase("connection: close")
                    .endsWith("no");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(Wire.ask(port(), "GET /segments HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .contains(" 401 ");
        }
    }

    @Test
    void anUploadMayPause() throws Exception {
        serve();
        try (Wire wire = new Wire(port())) {
            wire.send("POST /segments HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc");
            // The pause is what this is about.
            Thread.sleep(SHORT.suspicion().multipliedBy(4));
            wire.send("def");
            assertThat(wire.readAnswer()).contains(" 200 OK").endsWith(": 6 bytes");
        }
    }

    @Test
    void aServiceThatHangsIsToldInSeconds() throws IOException {
        hang(Port.SEGMENT_SERVICE);
        hang(Port.SEGMENT_MANAGEMENT);

        assertThat(Wire.ask(port(), "GET /segments HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 503 ")
                .containsIgnoringCase("retry-after: 5")
                .contains("segment-service does not answer");
    }

    @Test
    void aServiceThatIsSlowButLivesIsWaitedFor() throws IOException {
        server(Port.SEGMENT_MANAGEMENT).start();
        HttpServer slow = server(Port.SEGMENT_SERVICE);
        slow.removeContext("/");
        slow.createContext("/", exchange -> {
            try {
                released.await(3 * SHORT.suspicion().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        slow.start();

        assertThat(Wire.ask(port(), "GET /segments HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 204 ");
    }

    @Test
    void whatOnlyReadsIsAskedAgainWhenAKeptConnectionEnds() throws IOException {
        List<String> asked = endsEachConnectionAfterOneAnswer();

        assertThat(Wire.ask(port(), "GET /segments/1 HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 200 OK");
        assertThat(Wire.ask(port(), "GET /segments/2 HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 200 OK");
        assertThat(Wire.ask(port(), "DELETE /segments/3 HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 503 ");
        assertThat(asked)
                .containsExactly("GET /segments/1", "GET /segments/2", "GET /segments/2", "DELETE /segments/3");
    }

    @Test
    void aServiceThatIsGoneIsToldAtOnce() throws IOException {
        assertThat(Wire.ask(port(), "GET /segments HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 503 ");
    }

    /** Case D03. */
    @Test
    void refusedUpgradesKeepNoConnection() throws Exception {
        serve();
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Wire wire = new Wire(port());
            toClose.add(wire);
            wires.add(wire);
            wire.send("GET /segments HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
        }
        for (Wire wire : wires) {
            assertThat(wire.readLine()).contains("501");
        }
        assertThat(Wire.ask(port(), "GET /segments HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 200 OK");
    }

    /** Case D04. */
    @Test
    void followersAreCountedApartAndLimitedByPerson() throws Exception {
        serve();
        for (int person = 0; person < 6; person++) {
            for (int i = 0; i < Followers.MOST; i++) {
                follow("person" + person);
            }
        }

        assertThat(Wire.ask(
                        port(), "GET /exports/1/runs/2/progress HTTP/1.1\r\nHost: a\r\nAuthorization: person1\r\n\r\n"))
                .startsWith("HTTP/1.1 429 ")
                .contains("You follow 16 runs already");
        assertThat(Wire.ask(port(), "GET /exports HTTP/1.1\r\nHost: a\r\nAuthorization: person1\r\n\r\n"))
                .contains(" 200 OK");
        follow("somebody-else");
    }

    private void follow(String person) throws IOException {
        Wire wire = new Wire(port());
        toClose.add(wire);
        wire.send("GET /exports/1/runs/2/progress HTTP/1.1\r\nHost: a\r\nAuthorization: %s\r\n\r\n".formatted(person));
        assertThat(wire.readLine()).contains(" 200 OK");
    }

    private int port() {
        return ports.of(Port.GATEWAY);
    }

    private void serve() throws IOException {
        server(Port.SEGMENT_SERVICE).start();
        server(Port.SEGMENT_MANAGEMENT).start();
        server(Port.EXPORT_SERVICE).start();
    }

    /** Tells what it was asked; a stream it begins and does not end. */
    private HttpServer server(Port port) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(port)), 500);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            int length = exchange.getRequestBody().readAllBytes().length;
            byte[] told = "%s %s for %s: %d bytes"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Host"),
                            length)
                    .getBytes(StandardCharsets.UTF_8);
            boolean stream = exchange.getRequestURI().getPath().endsWith("/progress");
            exchange.sendResponseHeaders(200, stream ? 0 : told.length);
            exchange.getResponseBody().write(told);
            exchange.getResponseBody().flush();
            if (!stream) {
                exchange.close();
            }
        });
        toClose.addFirst(() -> server.stop(0));
        return server;
    }

    /** Answers without reading the body, as a service does that wants a token first. */
    private void refuseEverything() throws IOException {
        HttpServer server = server(Port.SEGMENT_SERVICE);
        server.removeContext("/");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(401, 2);
            exchange.getResponseBody().write("no".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            if (exchange.getRequestMethod().equals("GET")) {
                exchange.close();
            }
        });
        server.start();
    }

    /** Answers once on each connection, which then seems to be kept, and ends with the next request. Returns what came. */
    private List<String> endsEachConnectionAfterOneAnswer() throws IOException {
        ServerSocket server = new ServerSocket(ports.of(Port.SEGMENT_SERVICE), 50, InetAddress.getLoopbackAddress());
        toClose.addFirst(server);
        List<String> asked = new CopyOnWriteArrayList<>();
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                    asked.add(request(in));
                    socket.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    asked.add(request(in));
                } catch (IOException ended) {
                    // The test is over, or the gateway let go of it.
                }
            }
        });
        return asked;
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

    /** Lets itself be connected to, and says nothing. */
    private void hang(Port port) throws IOException {
        toClose.addFirst(new ServerSocket(ports.of(port), 50, InetAddress.getLoopbackAddress()));
    }
}
