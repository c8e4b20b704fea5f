package insights.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A replica that is told to stop answers for a while still, each answer being the last on its connection. Bound by an IT of a
 * service or the console, against the packaged program in production.
 */
@Tag("process")
public abstract class DrainContract {

    /** What it does not start without. Nobody whom it names needs to be there. */
    protected abstract Map<String, String> config();

    /** Where something is that it answers to anybody, by itself. */
    protected abstract String path();

    /** With which status. */
    protected abstract int status();

    @Test
    void fromTheBeginningEveryAnswerIsTheLastOnItsConnection() throws IOException {
        Map<String, String> config = new HashMap<>(config());
        config.put("quarkus.shutdown.delay", "60s");
        config.put("quarkus.oidc.auth-server-url", "http://localhost:1/realms/nobody-is-there");
        String asWanted = "HTTP/1.1 " + status();
        try (PackagedService service = PackagedService.start(config)) {
            int port = URI.create(service.url()).getPort();
            try (Socket kept = new Socket("localhost", port)) {
                BufferedReader answers = reader(kept);
                assertThat(answer(kept, answers)).startsWith(asWanted).doesNotContain("connection: close");
                assertThat(answer(kept, answers)).startsWith(asWanted).doesNotContain("connection: close");
                service.tellToStop();
                String last = answer(kept, answers);
                while (!last.contains("connection: close")) {
                    // It has not heard yet.
                    last = answer(kept, answers);
                }
                assertThat(last).startsWith(asWanted);
                assertThat(answers.read()).as("the connection ends").isNegative();
            }
            try (Socket late = new Socket("localhost", port)) {
                assertThat(answer(late, reader(late))).startsWith(asWanted).contains("connection: close");
            }
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** Status and headers, names in lower case, and what follows them is read. */
    private String answer(Socket socket, BufferedReader answers) throws IOException {
        String request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder(answers.readLine()).append('\n');
        int length = 0;
        for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
            String header = line.toLowerCase(Locale.ROOT);
            head.append(header).append('\n');
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        for (int i = 0; i < length; i++) {
            answers.read();
        }
        return head.toString();
    }
}
