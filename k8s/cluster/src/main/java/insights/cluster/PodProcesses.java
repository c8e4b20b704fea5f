package insights.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import insights.platform.process.PlatformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The processes of a pod as this machine sees them: by the groups that the kernel counts their memory in. */
public final class PodProcesses {

    private static final Path VERSION_1 = Path.of("/sys/fs/cgroup/memory");
    private static final Path VERSION_2 = Path.of("/sys/fs/cgroup");
    private static final String PEAK = "VmHWM:";
    private static final int DEPTH = 5;

    private final Path group;

    private PodProcesses(Path group) {
        this.group = group;
    }

    /** Those of a pod that runs. */
    public static PodProcesses of(JsonNode pod) {
        return new PodProcesses(folder(pod.at("/metadata/uid").textValue()));
    }

    /** The processes of a container. */
    public List<Long> of(JsonNode pod, String container) {
        return lines(of(container(pod, container), "cgroup.procs")).stream()
                .map(Long::valueOf)
                .toList();
    }

    /** Any process in the pod's network. */
    public long any() {
        try (var containers = Files.newDirectoryStream(group, Files::isDirectory)) {
            for (Path container : containers) {
                List<String> processes = lines(container.resolve("cgroup.procs"));
                if (!processes.isEmpty()) {
                    return Long.parseLong(processes.getFirst());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new PlatformFailure("Nothing runs in " + group);
    }

    /** The most memory that a container's processes had resident so far, in bytes. Files that are remembered do not count. */
    public long peak(JsonNode pod, String container) {
        return of(pod, container).stream()
                .flatMap(process -> lines(Path.of("/proc", process.toString(), "status")).stream())
                .filter(line -> line.startsWith(PEAK))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    private Path of(String container, String file) {
        return group.resolve(container).resolve(file);
    }

    private static String container(JsonNode pod, String name) {
        for (JsonNode status : pod.at("/status/containerStatuses")) {
            if (status.get("name").textValue().equals(name)) {
                return status.get("containerID").textValue().replaceFirst("^.*//", "");
            }
        }
        throw new PlatformFailure("There is no container " + name);
    }

    private static Path folder(String uid) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(
                    Files.isDirectory(VERSION_1) ? VERSION_1 : VERSION_2,
                    EnumSet.noneOf(FileVisitOption.class),
                    DEPTH,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            if (folder.getFileName().toString().equals("pod" + uid)) {
                                found.add(folder);
                                return FileVisitResult.TERMINATE;
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException gone) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty()) {
            throw new PlatformFailure("The pod %s runs nowhere".formatted(uid));
        }
        return found.getFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
