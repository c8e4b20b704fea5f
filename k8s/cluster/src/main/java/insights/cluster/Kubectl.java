package insights.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.platform.process.PlatformFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cluster's administrator at the command line. */
public final class Kubectl {

    private static final Pattern FORWARDING = Pattern.compile("Forwarding from 127\\.0\\.0\\.1:(\\d+) .*");

    private final Path program;
    private final Path settings;

    Kubectl(Path program, Path settings) {
        this.program = program;
        this.settings = settings;
    }

    /** What it prints; it is expected to succeed. */
    public String run(String... arguments) {
        return Program.said(command(arguments));
    }

    /** The same with an input. */
    public String runWith(String input, String... arguments) {
        return Program.said(command(arguments), input);
    }

    /** What it prints, whatever becomes of it. */
    public String attempt(String... arguments) {
        return Program.run(command(arguments), "").printed();
    }

    /** What it prints of an input, whatever becomes of it. */
    public String attemptWith(String input, String... arguments) {
        return Program.run(command(arguments), input).printed();
    }

    /** What it prints as JSON. */
    public JsonNode json(String... arguments) {
        String printed = Program.said(Program.prefixed(command(arguments), List.of("--output=json")));
        try {
            return new ObjectMapper().readTree(printed);
        } catch (IOException e) {
            throw new PlatformFailure("kubectl did not print JSON: " + printed, e);
        }
    }

    /** A port of a pod as one of this machine, while it is held open. */
    public Forwarded forward(String namespace, String what, int port) {
        try {
            Process process = new ProcessBuilder(command("--namespace=" + namespace, "port-forward", what, "0:" + port))
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = process.inputReader();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Matcher forwarding = FORWARDING.matcher(line);
                if (forwarding.matches()) {
                    // No virtual one: whoever reads from a process keeps the thread that carries it.
                    Thread.ofPlatform().daemon().start(() -> said.lines().forEach(more -> {}));
                    return new Forwarded(Integer.parseInt(forwarding.group(1)), process);
                }
            }
            throw new PlatformFailure("The port %d of %s is not forwarded".formatted(port, what));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port of this machine that leads to one of a pod. */
    public record Forwarded(int port, Process process) implements AutoCloseable {

        @Override
        public void close() {
            process.destroy();
        }
    }

    private List<String> command(String... arguments) {
        return Program.prefixed(List.of(program.toString(), "--kubeconfig=" + settings), List.of(arguments));
    }
}
