package insights.cluster;

import insights.platform.process.PlatformFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real Kubernetes of one node, in namespaces of its own on this machine. It lives as long as this process holds its input
 * open ({@code k8s/cluster/hold}), so it ends with this process, however that ends.
 */
public final class Cluster implements AutoCloseable {

    private static final List<String> IMAGES = List.of(
            "pause",
            "coredns",
            "destination-service",
            "segment-service",
            "export-service",
            "console",
            "sandbox",
            "gateway",
            "postgres",
            "keycloak");
    private static final long PATIENCE_SECONDS = 240;
    private static final long POLL_NANOS = 200_000_000;

    private final Path scripts;
    private final Path folder;
    private final Process holder;

    private Cluster(Path scripts, Path folder, Process holder) {
        this.scripts = scripts;
        this.folder = folder;
        this.holder = holder;
    }

    /** What this machine lacks for a cluster, in a line, if it lacks anything. */
    public static Optional<String> missing(Path project) {
        Path scripts = project.resolve("k8s/cluster");
        String missing = Program.said(List.of(scripts.resolve("missing").toString(), "parts"));
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
    }

    /**
     * Starts one, and returns when its node is ready.
     *
     * @param project the checkout, with the images in {@code k8s/target/images}
     * @param folder where its logs are to be; of the rest nothing is left in it
     */
    public static Cluster start(Path project, Path folder) {
        Path scripts = project.resolve("k8s/cluster").toAbsolutePath();
        try {
            Path images = Files.createDirectories(folder.resolve("images"));
            for (String image : IMAGES) {
                Path link = images.resolve(image + ".tar");
                Files.deleteIfExists(link);
                Files.createSymbolicLink(
                        link,
                        project.resolve("k8s/target/images/" + image + ".tar").toRealPath());
            }
            Files.createDirectories(folder.resolve("logs"));
            // In a session of its own: the signal of a terminal's Ctrl-C is for its starter alone, which ends it in
            // order.
            Process holder = new ProcessBuilder(
                            "setsid",
                            scripts.resolve("hold").toString(),
                            folder.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            Redirect.appendTo(folder.resolve("logs/hold.log").toFile()))
                    .start();
            Cluster cluster = new Cluster(scripts, folder, holder);
            cluster.awaitReady();
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Talks with it, as its administrator. */
    public Kubectl kubectl() {
        return new Kubectl(parts(scripts).resolve("kubectl"), folder.resolve("kubeconfig"));
    }

    /** Runs a program in its network. */
    public String inNetwork(List<String> command) {
        return Program.said(
                Program.prefixed(List.of("nsenter", "--net=/proc/" + text("first-process") + "/ns/net"), command));
    }

    /** The logs of its parts. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** The process that keeps it alive, and ends when nothing is left of it. */
    public ProcessHandle holder() {
        return holder.toHandle();
    }

    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
            if (!holder.waitFor(60, TimeUnit.SECONDS)) {
                throw new PlatformFailure("The cluster does not end: process " + holder.pid());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(folder.resolve("ready"))) {
            if (!holder.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new PlatformFailure("The cluster did not come up: see " + logs());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path parts(Path scripts) {
        return Path.of(Program.said(List.of(scripts.resolve("folder").toString())));
    }
}
