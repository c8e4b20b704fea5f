package insights.cluster;

import java.nio.file.Path;

/** One cluster for all tests, with the overlay {@code local} in it; it ends with this JVM. */
final class SharedCluster {

    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    private static final Path FOLDER = PROJECT.resolve("k8s/target/cluster/test");
    private static Cluster cluster;
    private static LocalInstallation installation;

    private SharedCluster() {}

    static synchronized Cluster get() {
        if (cluster == null) {
            cluster = Cluster.start(PROJECT, FOLDER);
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        }
        return cluster;
    }

    static synchronized LocalInstallation installation() {
        if (installation == null) {
            Kubectl kubectl = get().kubectl();
            LocalInstallation.apply(kubectl, PROJECT);
            LocalInstallation.await(kubectl);
            installation = LocalInstallation.of(kubectl, Path.of(System.getProperty("jdk.net.hosts.file")));
        }
        return installation;
    }
}
