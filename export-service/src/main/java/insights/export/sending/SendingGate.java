package insights.export.sending;

import insights.export.destination.Gate;
import insights.export.progress.WaitReason;
import insights.export.run.RunControl;
import insights.export.run.StopReason;
import insights.export.run.StopRunException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The gate of a run, which is closed for good by the first thing that fails in it: nothing else is asked then. */
public final class SendingGate implements Gate {

    private final RunControl run;
    private final AtomicReference<RuntimeException> cause = new AtomicReference<>();
    private final ThreadLocal<Look> look = new ThreadLocal<>();
    private volatile boolean stopped;

    public SendingGate(RunControl run) {
        this.run = run;
    }

    /** What somebody wants to know of the requests that one thread makes. */
    interface Look {

        /** Called when one has its turn; what this throws is thrown instead. */
        void before();

        /** Called when it goes out. */
        void made();
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

    /** Does something on this thread with a look at each of its requests, the repeated ones included. */
    <T> T looking(Look at, Supplier<T> work) {
        look.set(at);
        try {
            return work.get();
        } finally {
            look.remove();
        }
    }

    @Override
    public void check() {
        if (!isOpen()) {
            throw new Closed();
        }
        run.check();
        Look at = look.get();
        if (at != null) {
            at.before();
        }
    }

    @Override
    public void requested() {
        run.requested();
        Look at = look.get();
        if (at != null) {
            at.made();
        }
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
