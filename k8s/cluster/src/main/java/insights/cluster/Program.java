package insights.cluster;

import insights.platform.process.PlatformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs programs that are not ours. */
final class Program {

    /** What became of one. */
    record Result(int status, String printed) {}

    private Program() {}

    /** What a program prints; it is expected to succeed. */
    static String said(List<String> command) {
        return said(command, "");
    }

    static String said(List<String> command, String input) {
        Result result = run(command, input);
        if (result.status() != 0) {
            throw new PlatformFailure(
                    "%s ended with %d: %s".formatted(String.join(" ", command), result.status(), result.printed()));
        }
        return result.printed();
    }

    static Result run(List<String> command, String input) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), printed.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure(command + " was not waited for", e);
        }
    }

    static List<String> prefixed(List<String> prefix, List<String> command) {
        return new ArrayList<>(Stream.concat(prefix.stream(), command.stream()).toList());
    }
}
