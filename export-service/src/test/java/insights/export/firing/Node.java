package insights.export.firing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** The scheduler of one replica, with a clock of its own: it looks for due exports without pause until it is ended. */
final class Node {

    private enum State {
        RUNNING,
        STOPPING,
        /** It goes in the middle of what it does, just before that would count. */
        DYING
    }

    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Firing firing;
    private final AtomicReference<State> state = new AtomicReference<>();
    private Thread thread;
    private volatile Throwable failure;

    Node(Firing firing) {
        this.firing = firing;
    }

    void start() {
        state.set(State.RUNNING);
        thread = Thread.ofPlatform().daemon().start(this::run);
    }

    void stop() throws InterruptedException {
        end(State.STOPPING);
    }

    void kill() throws InterruptedException {
        end(State.DYING);
    }

    private void end(State how) throws InterruptedException {
        state.set(how);
        thread.join();
        if (failure != null) {
            throw new AssertionError("A node failed", failure);
        }
    }

    private void run() {
        try {
            while (state.get() == State.RUNNING) {
                if (!QuarkusTransaction.requiringNew().call(this::fireNext)) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
        } catch (Death asOrdered) {
            // Its transaction was rolled back, as PostgreSQL does when a process is gone.
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private boolean fireNext() {
        boolean fired = firing.fireNext();
        if (fired && state.get() == State.DYING) {
            throw new Death();
        }
        return fired;
    }
}
