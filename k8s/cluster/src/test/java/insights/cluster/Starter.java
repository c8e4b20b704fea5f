package insights.cluster;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts a cluster, and is killed by {@link StarterDeathTest}. */
final class Starter {

    static final String STARTED = "started";

    private Starter() {}

    /** @param arguments the project, and the folder for logs */
    public static void main(String[] arguments) throws InterruptedException {
        Cluster.start(Path.of(arguments[0]), Path.of(arguments[1]));
        System.out.println(STARTED);
        new CountDownLatch(1).await();
    }
}
