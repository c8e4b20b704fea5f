package insights.sandbox.ortto.person;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** What was promised and is done after a while, in the order of the promises. Not thread-safe. */
final class Later {

    private final LongSupplier nanoTime;
    private final Deque<Promise> promises = new ArrayDeque<>();

    Later(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Promise(long dueAt, Runnable work) {}

    void promise(Runnable work, Duration pause) {
        promises.addLast(new Promise(nanoTime.getAsLong() + pause.toNanos(), work));
    }

    /** Does what is due: to be called before anybody looks. */
    void keep() {
        List<Promise> due = new ArrayList<>();
        while (!promises.isEmpty()
                && nanoTime.getAsLong() - promises.peekFirst().dueAt() >= 0) {
            due.add(promises.removeFirst());
        }
        due.forEach(promise -> promise.work().run());
    }

    /** Does all at once. */
    void keepAll() {
        List<Promise> all = new ArrayList<>(promises);
        promises.clear();
        all.forEach(promise -> promise.work().run());
    }

    int size() {
        return promises.size();
    }

    void clear() {
        promises.clear();
    }
}
