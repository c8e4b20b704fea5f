package insights.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where one start of the platform writes everything: data, temporary files and logs. When it is closed, only the logs
 * stay, until the next start.
 */
public final class RunFolder implements AutoCloseable {

    private static final String PREFIX = "run-";

    private static final int LINES_TO_SHOW = 15;
    private static final int LONGEST_LINE = 400;

    private final Path folder;

    /** The folder of this process in a folder of such folders. Nothing is there before {@link #create()}. */
    public RunFolder(Path parent) {
        this.folder = parent.resolve(PREFIX + ProcessHandle.current().pid());
    }

    /** Makes it, and removes those of processes that are gone. */
    public void create() {
        try {
            Files.createDirectories(folder.getParent());
            list(folder.getParent()).stream().filter(RunFolder::isAbandoned).forEach(RunFolder::delete);
            Files.createDirectories(logs());
            Files.createDirectories(temporary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder itself. */
    public Path path() {
        return folder;
    }

    /** A file or folder in it, which goes when the platform stops. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Where processes put their temporary files. */
    public Path temporary() {
        return folder.resolve("tmp");
    }

    /** Where the logs are. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** The log of one process. */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** The last lines of a process's log but for stack frames, to be shown when it failed. */
    public String endOfLog(String process) {
        Path log = log(process);
        try (Stream<String> all = Files.lines(log)) {
            List<String> lines = all.filter(line -> !line.matches("\\s+(at |\\.\\.\\. ).*|\\s*"))
                    .toList();
            return lines.stream()
                    .skip(Math.max(0, lines.size() - LINES_TO_SHOW))
                    .map(line -> "\n    " + line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                    .reduce("The end of %s:".formatted(log), String::concat);
        } catch (IOException e) {
            return "There is no log at %s.".formatted(log);
        }
    }

    /** Removes everything but the logs. */
    @Override
    public void close() {
        if (Files.exists(folder)) {
            list(folder).stream().filter(entry -> !entry.equals(logs())).forEach(RunFolder::delete);
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = folder.getFileName().toString();
        if (!name.matches(PREFIX + "\\d+")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length()));
        return pid == ProcessHandle.current().pid()
                || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
