package insights.platform.gateway;

import java.util.concurrent.CountDownLatch;

/**
 * The gateway alone, as the door of a cluster for trying ({@code k8s/overlays/local}). {@link Upstreams} has its variables. It
 * ends with SIGTERM, whatever is under way.
 */
public final class GatewayMain {

    private GatewayMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Gateway gateway = new Gateway(Upstreams.of(System.getenv()), Patience.OF_A_CLUSTER);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            gateway.close();
            ended.countDown();
        }));
        gateway.start();
        ended.await();
    }
}
