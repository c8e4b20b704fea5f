package insights.platform.postgres;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server's process, which its data folder names. The library that starts it cannot start it a second time. */
final class Postmaster {

    private final ProcessHandle process;
    private final Path program;

    private Postmaster(ProcessHandle process, Path program) {
        this.process = process;
        this.program = program;
    }

    /** That of a data folder, if one runs. */
    static Optional<Postmaster> of(Path data) {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip()))
                    .filter(ProcessHandle::isAlive)
                    .map(process -> new Postmaster(
                            process, process.info().command().map(Path::of).orElse(null)));
        } catch (IOException neverGotThere) {
            return Optional.empty();
        }
    }

    /** Who is told when it ends. */
    void onEnd(Runnable told) {
        process.onExit().thenRun(told);
    }

    /** Starts the same program over the same data, with the options that it had. */
    Optional<Postmaster> startedAgain(Path data, Path log, Duration patience) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                program.resolveSibling("pg_ctl").toString(),
                "restart",
                "--wait",
                "--timeout=" + patience.toSeconds(),
                "--pgdata=" + data));
        try {
            Process control = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            control.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            return of(data);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Ends it at once. */
    void end() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
