package insights.cluster;

import insights.platform.console.Steps;
import insights.platform.demo.Demo;
import insights.platform.identity.Realm;
import insights.platform.process.PlatformFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Starts a real Kubernetes of one node with the overlay {@code local} in it, does the main job there, and stays until Ctrl-C;
 * with {@code --exit} it ends then. Run from the checkout, with {@code -Djdk.net.hosts.file} naming a file that it may write.
 */
public final class ClusterMain {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private ClusterMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Optional<String> missing = Cluster.missing(PROJECT);
        if (missing.isPresent()) {
            System.out.println("cluster: skipped, " + missing.get());
            return;
        }
        Steps steps = new Steps(System.out);
        Path folder = PROJECT.resolve("k8s/target/cluster/run");
        try (Cluster cluster = steps.call(
                "Kubernetes",
                up -> "one node, logs in " + folder.resolve("logs"),
                () -> Cluster.start(PROJECT, folder))) {
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
            Kubectl kubectl = cluster.kubectl();
            steps.run("Overlay local", "applied", () -> LocalInstallation.apply(kubectl, PROJECT));
            steps.run("Everything", "available", () -> LocalInstallation.await(kubectl));
            try (LocalInstallation installation =
                    LocalInstallation.of(kubectl, Path.of(System.getProperty("jdk.net.hosts.file")))) {
                new Demo(installation.mainJob(), installation.accounts(), steps).run();
                if (arguments.length > 0 && arguments[0].equals("--exit")) {
                    return;
                }
                welcome(steps, installation, folder);
                new CountDownLatch(1).await();
            }
        } catch (PlatformFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void welcome(Steps steps, LocalInstallation installation, Path folder) {
        steps.say("");
        steps.say("Ready. It stays up until Ctrl-C.");
        steps.say("");
        steps.say("  API                 " + installation.gateway());
        steps.say("  Sandbox             " + installation.autopilot().api());
        steps.say("  kubectl             kubectl --kubeconfig " + folder.resolve("kubeconfig"));
        new Realm().users().forEach(user -> steps.say("  %-19s %s".formatted(user.name(), user.password())));
        steps.say("");
    }
}
