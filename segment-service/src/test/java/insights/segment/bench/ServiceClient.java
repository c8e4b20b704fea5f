package insights.segment.bench;

import insights.common.testing.Tokens;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Calls the service as an administrator. */
final class ServiceClient implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    ServiceClient(URI address) {
        this.address = address;
    }

    /** Imports a file and waits until that is over. */
    JsonPath importCsv(Path file) throws IOException, InterruptedException {
        return finished(request("/profile-imports?mode=upsert&idColumn=customer_id")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(file)));
    }

    JsonPath refresh() throws IOException, InterruptedException {
        return finished(request("/refreshes").POST(BodyPublishers.noBody()));
    }

    String createSegment(String displayName, String rule) throws IOException, InterruptedException {
        String body = "{\"displayName\":\"" + displayName + "\",\"rule\":" + rule + "}";
        return json(
                        request("/segments")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)),
                        201)
                .getString("id");
    }

    /**
     * Reads a stream of members to its end and answers how many lines there were.
     *
     * @param after the profile after which to begin
     * @param halfway what to do when half of the lines have come
     */
    long drainMembers(String segment, String fields, String after, Runnable halfway)
            throws IOException, InterruptedException {
        HttpRequest get = request("/segments/members?segments=" + segment + "&fields=" + fields + "&after=" + after)
                .build();
        HttpResponse<InputStream> response = http.send(get, BodyHandlers.ofInputStream());
        long announced = response.headers().firstValueAsLong("X-Member-Count").orElseThrow();
        long lines = 0;
        boolean half = false;
        try (InputStream body = response.body()) {
            byte[] buffer = new byte[256 * 1024];
            int read;
            while ((read = body.read(buffer)) >= 0) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
                if (!half && lines >= announced / 2) {
                    half = true;
                    halfway.run();
                }
            }
        }
        if (response.statusCode() != 200 || lines != announced) {
            throw new IllegalStateException("%d: %d lines of %d".formatted(response.statusCode(), lines, announced));
        }
        return lines;
    }

    private JsonPath finished(HttpRequest.Builder work) throws IOException, InterruptedException {
        HttpResponse<String> accepted = http.send(work.build(), BodyHandlers.ofString());
        if (accepted.statusCode() != 202) {
            throw new IllegalStateException(accepted.statusCode() + " " + accepted.body());
        }
        String location = accepted.headers().firstValue("Location").orElseThrow();
        while (true) {
            JsonPath state =
                    json(HttpRequest.newBuilder(address.resolve(location)).header("Authorization", bearer()), 200);
            if (!"RUNNING".equals(state.getString("status"))) {
                if (!"SUCCESSFUL".equals(state.getString("status"))) {
                    throw new IllegalStateException(state.prettify());
                }
                return state;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private JsonPath json(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JsonPath.from(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", bearer());
    }

    private static String bearer() {
        return "Bearer " + Tokens.token("admin");
    }

    @Override
    public void close() {
        http.close();
    }
}
