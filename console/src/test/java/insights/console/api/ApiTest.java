package insights.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.console.testing.Browser;
import insights.console.testing.Provider;
import insights.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Provider.class)
@QuarkusTestResource(Services.class)
class ApiTest {

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = Browser.of("ada", "admin");
    }

    @Test
    void callsTheServiceAsWhoIsSignedIn() {
        HttpResponse<String> answer = browser.fetch("/console/api/segments?q=a%26b&limit=5");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"service\":\"segment-service\"", "\"target\":\"/segments?q=a%26b&limit=5\"")
                .contains("\"authorization\":\"Bearer ey")
                .doesNotContain("\"cookie\"", "x-requested-with", "sec-fetch");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void takesNobodysWordForWhoCalls() {
        Map<String, String> headers = new HashMap<>(Browser.SCRIPT);
        headers.putAll(Map.of(
                "Authorization", "Bearer stolen",
                "X-Forwarded-User", "root",
                "If-Match", "\"3\"",
                "Idempotency-Key", "once",
                "X-Request-Id", "my-request"));
        HttpResponse<String> answer = browser.get("/console/api/connections", headers);
        assertThat(answer.body())
                .contains(
                        "\"if-match\":\"\\\"3\\\"\"", "\"idempotency-key\":\"once\"", "\"x-request-id\":\"my-request\"")
                .doesNotContain("stolen", "x-forwarded-user");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("my-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/api/internal/connections/1/api-key",
                "/console/api/hooks/refresh-completed",
                "/console/api/q/metrics",
                "/console/api/openapi/export-service",
                "/console/api/connections/../internal/x",
                "/console/api/connections/%2e%2e/internal/x",
                "/console/api/connections/..%2f..%2finternal",
                "/console/api/../api/internal",
                "/console/api//internal",
                "/console//api/internal",
                "/console/./api/internal",
                "/console/api/",
                "/console/api",
                "/internal/connections",
                "/q/health"
            })
    void knowsNoWayInside(String path) {
        HttpResponse<String> answer = browser.fetch(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    }

    @Test
    void streamsWhatARunTells() throws IOException {
        HttpResponse<InputStream> answer =
                browser.stream(Browser.request("/console/api/exports/1/runs/1/progress", Browser.SCRIPT));
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(reader.readLine()).as("before there is a second").isEqualTo("data: first");
            Browser.goOn();
            reader.readLine();
            assertThat(reader.readLine()).isEqualTo("data: second");
        }
    }

    @Test
    void takesUploadsOfAnySize() {
        long size = 40_000_000;
        HttpResponse<String> answer = browser.send(Browser.request("/console/api/profile-imports", Browser.SCRIPT)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofInputStream(() -> new Zeros(size))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"bytes\":" + size, "\"content-type\":\"text/csv\"");
    }

    @Test
    void whatBreaksOffIsNotTakenForWhole() {
        assertThatThrownBy(() -> browser.fetch("/console/api/exports/broken")).hasCauseInstanceOf(IOException.class);
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? '0' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int now = (int) Math.min(length, left);
            java.util.Arrays.fill(buffer, offset, offset + now, (byte) '0');
            left -= now;
            return now;
        }
    }
}
