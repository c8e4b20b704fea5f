package insights.segment.replica;

import static insights.common.testing.Patience.await;
import static insights.segment.SegmentService.finished;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import insights.common.testing.Tokens;
import insights.segment.ServiceProcess;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fifty uploads and twenty readers who do not read, at once, and six hundred strangers who send half a file, on one replica with its
 * usual heap: everybody else is answered.
 */
@Tag("process")
class CrowdIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
    private static final int UPLOADS = 50;
    private static final int READERS = 20;
    private static final int STRANGERS = 600;
    private static final int MEMBERS = 20_000;
    private static final int LINES = 500;
    /** So long that a stream of all fits into no buffer on its way. */
    private static final String TEXT = "x".repeat(500);

    private static Replicas replicas;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        replicas = new Replicas();
        service = replicas.alive(null);
    }

    @AfterAll
    static void stop() throws Exception {
        service.kill();
        replicas.close();
    }

    @Test
    void keepsNobodyElseWaiting() throws Exception {
        String people = IntStream.range(0, MEMBERS)
                .mapToObj(i -> "crowd-%d,%s".formatted(i, TEXT))
                .collect(Collectors.joining("\n", "profileId,crowd_text\n", "\n"));
        finished("admin", address(), post("/profile-imports", "text/csv", people))
                .body("status", equalTo("SUCCESSFUL"));
        String segment = post(
                        "/segments",
                        "application/json",
                        "{\"displayName\":\"Crowd\",\"rule\":{\"field\":\"crowd_text\",\"op\":\"exists\"}}")
                .path("id");
        finished("admin", address(), post("/refreshes", "application/json", ""));

        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<InputStream> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(reader(http, segment));
        }
        List<CompletableFuture<Integer>> uploads = IntStream.range(0, UPLOADS)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> refusals(i), work -> Thread.ofVirtual().start(work)))
                .toList();
        while (uploads.stream().anyMatch(upload -> !upload.isDone())) {
            isAnswered("/segments", 200);
            isAnswered("/profiles/crowd-1", 200);
            isAnswered("/profile-imports?limit=1", 200);
        }
        assertThat(uploads.stream().mapToInt(CompletableFuture::join).sum())
                .as("some were told to come again")
                .isPositive();
        for (InputStream reader : readers) {
            assertThat(lines(reader)).isEqualTo(MEMBERS);
        }
        Replicas.get(service, "/profiles/up-%d-%d".formatted(UPLOADS - 1, LINES - 1))
                .then()
                .statusCode(200);
        assertThat(given().get(service.management("/q/health/ready")).statusCode())
                .isEqualTo(200);
    }

    /** Case D02b. */
    @Test
    void halfUploadsOfStrangersCostNobodyTheirAnswer() throws Exception {
        List<CompletableFuture<Void>> strangers = IntStream.range(0, STRANGERS)
                .mapToObj(i -> CompletableFuture.runAsync(
                        CrowdIT::sendHalf, work -> Thread.ofVirtual().start(work)))
                .toList();
        while (strangers.stream().anyMatch(stranger -> !stranger.isDone())) {
            isAnswered("/segments", 200);
        }
        isAnswered("/segments", 200);
        assertThat(service.isAlive()).isTrue();
        assertThat(given().get(service.management("/q/health/ready")).statusCode())
                .isEqualTo(200);
    }

    /** Announces a file, without a token, and leaves in the middle of it. */
    private static void sendHalf() {
        try (Socket socket = new Socket("localhost", service.address().getPort())) {
            socket.getOutputStream()
                    .write(("POST /profile-imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                                    + "Content-Length: 4000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[1_500_000]);
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 401");
        } catch (IOException closed) {
            // Which the service may do.
            return;
        }
    }

    /** Sends a file until it is taken. @return how often it was not */
    private static int refusals(int number) {
        String file = IntStream.range(0, LINES)
                .mapToObj(i -> "up-%d-%d,%s".formatted(number, i, TEXT))
                .collect(Collectors.joining("\n", "profileId,up_text\n", "\n"));
        AtomicInteger refused = new AtomicInteger();
        Response answer = await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> sent(file, refused), sent -> sent.statusCode() != 503);
        finished("admin", address(), answer).body("status", equalTo("SUCCESSFUL"));
        return refused.get();
    }

    private static Response sent(String file, AtomicInteger refused) {
        Response answer = post("/profile-imports", "text/csv", file);
        if (answer.statusCode() == 503) {
            assertThat(answer.header("Retry-After")).isNotNull();
            refused.incrementAndGet();
        }
        return answer;
    }

    private static void isAnswered(String path, int status) {
        long asked = System.nanoTime();
        Replicas.get(service, path).then().statusCode(status);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).as(path).isLessThan(LONGEST_ANSWER);
    }

    /** Somebody who has asked for all members, and reads nothing of them. */
    private static InputStream reader(HttpClient http, String segment) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        service.address().resolve("/segments/members?fields=crowd_text&segments=" + segment))
                .header("Authorization", "Bearer " + Tokens.token("export-service"))
                .build();
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static long lines(InputStream members) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(members, StandardCharsets.UTF_8))) {
            return in.lines().count();
        }
    }

    private static Response post(String path, String type, String body) {
        return Replicas.post(service, path, type, body);
    }

    private static String address() {
        return service.address().toString();
    }
}
