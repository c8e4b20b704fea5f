package insights.export.delivery;

import insights.export.destination.Gate;
import insights.export.progress.WaitReason;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The gate of a run, which is closed for good by the first thing that fails in it: nothing else is asked then. */
final class SendingGate implements Gate {

    private final RunControl run;
    private final AtomicReference<RuntimeException> cause = new AtomicReference<>();
    private volatile boolean stopped;

    SendingGate(RunControl run) {
        this.run = run;
    }

    /** Thrown to whoever would make a request after something else failed. */
    private static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Closed() {
            super("Something else of the run failed", null, false, false);
        }
    }

    boolean isOpen() {
        return cause.get() == null;
    }

    /** What failed first; null while it is open. */
    RuntimeException cause() {
        return cause.get();
    }

    /** Whether somebody stopped the run, or it may not go on. A replica that shuts down has time for answers. */
    boolean isStopped() {
        return stopped;
    }

    void close(RuntimeException because) {
        cause.compareAndSet(null, because);
        stopped |= because instanceof StopRunException stop && stop.reason() != StopReason.HANDED_OVER;
    }

    /** Whether the run may go on, asked by nobody who is about to make a request. */
    void look() {
        try {
            run.check();
        } catch (RuntimeException e) {
            close(e);
        }
    }

    @Override
    public void check() {
        if (!isOpen()) {
            throw new Closed();
        }
        run.check();
    }

    @Override
    public void requested() {
        run.requested();
    }

    @Override
    public void waits(WaitReason reason) {
        run.waits(reason);
    }

    @Override
    public void goesOn() {
        run.goesOn();
    }

    @Override
    public <T> T asking(WaitReason reason, Supplier<T> question) {
        return run.asking(reason, question);
    }
}
