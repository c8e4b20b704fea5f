package insights.export.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Writes down together what several threads have to write down at about the same time: what comes while something is written waits,
 * and goes in one with all that waits. Each thread returns when its own is written.
 *
 * @param <T> what one thread has to write down
 */
public final class Together<T> {

    private final int most;
    private final Consumer<List<T>> writer;
    private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock(true);

    /**
     * Nothing waits yet.
     *
     * @param most so many are written in one at most, so that others begin again while the rest is written
     * @param writer is called by one thread at a time; what it throws, all of those get whose it was
     */
    public Together(int most, Consumer<List<T>> writer) {
        this.most = most;
        this.writer = writer;
    }

    private static final class Entry<T> {
        private final T value;
        private boolean over;
        private RuntimeException failure;

        Entry(T value) {
            this.value = value;
        }
    }

    /** Returns when it is written. @throws RuntimeException what the writer threw */
    public void write(T value) {
        Entry<T> own = new Entry<>(value);
        waiting.add(own);
        writing.lock();
        try {
            while (!own.over) {
                writeNext();
            }
        } finally {
            writing.unlock();
        }
        if (own.failure != null) {
            throw own.failure;
        }
    }

    private void writeNext() {
        List<Entry<T>> next = new ArrayList<>(most);
        while (next.size() < most && !waiting.isEmpty()) {
            next.add(waiting.remove());
        }
        try {
            writer.accept(next.stream().map(entry -> entry.value).toList());
        } catch (RuntimeException | Error e) {
            RuntimeException failure = e instanceof RuntimeException thrown ? thrown : new IllegalStateException(e);
            next.forEach(entry -> entry.failure = failure);
        }
        next.forEach(entry -> entry.over = true);
    }
}
