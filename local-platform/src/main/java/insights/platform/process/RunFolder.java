package insights.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where one start of the platform writes everything: data, temporary files and logs. When it is closed, only the logs
 * stay. Those of the last {@value #KEPT} starts are kept.
 */
public final class RunFolder implements AutoCloseable {

    /** How many starts keep their logs, this one included. */
    static final int KEPT = 10;

    private static final Pattern NAME = Pattern.compile("run-(?:[\\d-]+-)?(\\d+)");
    private static final Set<PosixFilePermission> ONLY_ITS_USER = PosixFilePermissions.fromString("rwx------");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;

    /**
     * The folder of this process in a folder of such folders, named after the time and the process. Nothing is there
     * before {@link #create()}.
     */
    public RunFolder(Path parent) {
        this(
                parent,
                TIME.format(LocalDateTime.now(Clock.systemDefaultZone())) + "-"
                        + ProcessHandle.current().pid());
    }

    RunFolder(Path parent, String name) {
        this.folder = parent.resolve("run-" + name);
    }

    /** Makes it, and removes what processes left that are gone: all but the logs, and the oldest of those. */
    public void create() {
        try {
            Files.createDirectories(folder.getParent());
            List<RunFolder> abandoned = ofDeadProcesses();
            abandoned.forEach(RunFolder::close);
            abandoned.stream().skip(KEPT - 1).forEach(old -> delete(old.folder));
            // Whatever the programs think of who may write in their folders, nobody else gets this far.
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ONLY_ITS_USER));
            Files.createDirectory(logs());
            Files.createDirectory(temporary());
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

    /** Why a process failed, from its log, for a person: the cause, then the last lines but for stack frames. */
    public String why(String process) {
        return LogEnd.of(log(process));
    }

    /** Removes everything but the logs. */
    @Override
    public void close() {
        if (Files.exists(folder)) {
            list(folder).stream().filter(entry -> !entry.equals(logs())).forEach(RunFolder::delete);
        }
    }

    /** The newest first. */
    private List<RunFolder> ofDeadProcesses() {
        Path parent = folder.getParent();
        return list(parent).stream()
                .filter(RunFolder::isAbandoned)
                .sorted(Comparator.comparing(RunFolder::time).reversed())
                .map(path -> new RunFolder(parent, path.getFileName().toString().substring("run-".length())))
                .toList();
    }

    /** Folders of {@code parent} whose process still runs. */
    public static List<Path> ofLivingProcesses(Path parent) {
        return Files.exists(parent)
                ? list(parent).stream()
                        .filter(path ->
                                NAME.matcher(path.getFileName().toString()).matches() && !isAbandoned(path))
                        .sorted(Comparator.comparing(RunFolder::time))
                        .toList()
                : List.of();
    }

    private static boolean isAbandoned(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        long pid = Long.parseLong(name.group(1));
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static FileTime time(Path folder) {
        try {
            Path logs = folder.resolve("logs");
            return Files.getLastModifiedTime(Files.exists(logs) ? logs : folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
