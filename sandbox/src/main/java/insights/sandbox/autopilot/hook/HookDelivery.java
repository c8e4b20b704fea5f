package insights.sandbox.autopilot.hook;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The events on their way to one hook, delivered in their order. What is not answered with 200 to 204 is tried up to
 * five more times, with a growing pause, and then lost; 410 ends the hook (draft documentation, "Register a REST
 * Hook").
 */
final class HookDelivery {

    private static final int RETRIES = 5;
    private static final int GONE = 410;

    /** Beyond this, events are lost: a hook that does not keep up must not fill the heap. */
    private static final int MOST_WAITING = 100_000;

    private final Hook hook;
    private final HookClient client;
    private final Duration pause;
    private final Runnable whenGone;
    private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread worker;

    /** @param pause before the first retry; twice as long before the second, and so on */
    HookDelivery(Hook hook, HookClient client, Duration pause, Runnable whenGone) {
        this.hook = hook;
        this.client = client;
        this.pause = pause;
        this.whenGone = whenGone;
        this.worker = Thread.ofVirtual().name(hook.id()).start(this::work);
    }

    Hook hook() {
        return hook;
    }

    void add(byte[] event) {
        waiting.offer(event);
    }

    void stop() {
        worker.interrupt();
    }

    private void work() {
        try {
            while (!Thread.interrupted()) {
                deliver(waiting.take());
            }
        } catch (InterruptedException e) {
            // Stopped: what still waits is lost, as it would be when Autopilot forgets a hook.
        }
    }

    private void deliver(byte[] event) throws InterruptedException {
        int status = post(event);
        for (int retry = 1; retry <= RETRIES && !isDelivered(status) && status != GONE; retry++) {
            Thread.sleep(pause.multipliedBy(retry));
            status = post(event);
        }
        if (status == GONE) {
            whenGone.run();
        }
    }

    private int post(byte[] event) throws InterruptedException {
        try {
            return client.post(hook.target(), event);
        } catch (IOException e) {
            return 0;
        }
    }

    private static boolean isDelivered(int status) {
        return status >= 200 && status <= 204;
    }
}
