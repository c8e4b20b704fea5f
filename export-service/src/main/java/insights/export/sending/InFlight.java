package insights.export.sending;

import insights.export.line.Ticker;
import insights.export.run.RunControl;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * What a run does at once: several pieces of work, each with one request in flight at most, and no two about one contact. The
 * first of a phase goes alone, so that what is wrong with all of them costs one request: a key, a plan, a field that is gone. The
 * first that fails ends all: nothing more begins, what is in flight comes to its end, and whoever waits is told. A run that was
 * stopped waits for answers no longer than {@link #PATIENCE}: what comes later is not recorded, but was announced.
 */
public final class InFlight {

    /** With the 2 seconds that may pass before a stop is known, and one before it is looked for, 5. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private final RunControl run;
    private final SendingGate gate;
    private final IntSupplier room;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> contacts = new HashSet<>();
    private int working;
    private boolean proven;

    /**
     * Of a run.
     *
     * @param gate closed by what fails
     * @param room how many requests are worth having in flight at the moment
     */
    public InFlight(RunControl run, SendingGate gate, IntSupplier room) {
        this.run = run;
        this.gate = gate;
        this.room = room;
    }

    /**
     * Begins a piece of work on a thread of its own, as soon as there is room and nothing else is about one of its contacts.
     *
     * @param about names of the contacts
     * @throws RuntimeException what another piece failed with, once nothing is in flight any more
     */
    public void begin(Collection<String> about, Runnable piece) {
        lock.lock();
        try {
            while (gate.isOpen()
                    && (working >= (proven ? Math.max(1, room.getAsInt()) : 1)
                            || !Collections.disjoint(contacts, about))) {
                await();
            }
            if (gate.isOpen()) {
                contacts.addAll(about);
                working++;
                run.start(() -> work(about, piece));
            }
        } finally {
            lock.unlock();
        }
        endIfFailed();
    }

    /** Waits until nothing is in flight: a phase is over. @throws RuntimeException what a piece failed with */
    public void awaitAll() {
        lock.lock();
        try {
            while (gate.isOpen() && working > 0) {
                await();
            }
            proven = false;
        } finally {
            lock.unlock();
        }
        endIfFailed();
    }

    /** Lets nothing more begin, and waits for what is in flight. @return what failed first */
    public RuntimeException end(RuntimeException because) {
        gate.close(because);
        long until = Long.MAX_VALUE;
        lock.lock();
        try {
            while (working > 0
                    && Ticker.SYSTEM.nanos() < until
                    && !Thread.currentThread().isInterrupted()) {
                if (until == Long.MAX_VALUE && gate.isStopped()) {
                    until = Ticker.SYSTEM.nanos() + PATIENCE;
                }
                await();
            }
        } finally {
            lock.unlock();
        }
        return gate.cause();
    }

    private void endIfFailed() {
        if (!gate.isOpen()) {
            throw end(gate.cause());
        }
    }

    private void work(Collection<String> about, Runnable piece) {
        boolean well = false;
        try {
            piece.run();
            well = true;
        } catch (RuntimeException | Error e) {
            gate.close(e instanceof RuntimeException thrown ? thrown : new IllegalStateException(e));
        } finally {
            lock.lock();
            proven |= well;
            contacts.removeAll(about);
            working--;
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Until something has changed; now and then it is looked whether the run may go on, as no request may do that for long. */
    private void await() {
        try {
            if (!changed.await(1, TimeUnit.SECONDS)) {
                lock.unlock();
                try {
                    gate.look();
                } finally {
                    lock.lock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            gate.close(new IllegalStateException("The work on the run was interrupted"));
        }
    }
}
