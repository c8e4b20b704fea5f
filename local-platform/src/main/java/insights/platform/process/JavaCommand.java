package insights.platform.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the platform starts a Java program: with the JDK it runs on itself, small, and soon ready rather than fast. */
public final class JavaCommand {

    private JavaCommand() {}

    /**
     * The command that runs one of our programs. The first that ends in peace leaves its classes for faster starts of the next,
     * in the folder that a build empties: the JVM neither uses nor replaces those of another build.
     */
    public static List<String> of(RunFolder folder, int heapMegabytes, Path jar) {
        Path classes = jar.resolveSibling("startup.jsa");
        return of(
                folder,
                heapMegabytes,
                List.of(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + classes,
                        "-Xlog:cds=off",
                        "-Xlog:cds+dynamic=off",
                        "-jar",
                        jar.toString()));
    }

    /** The command that runs a program with at most so many megabytes of heap. */
    public static List<String> of(RunFolder folder, int heapMegabytes, List<String> program) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // It would be a file in the system's folder for temporary files, wherever ours are.
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + folder.temporary(),
                // What Quarkus needs of newer JDKs.
                "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        command.addAll(program);
        return command;
    }
}
