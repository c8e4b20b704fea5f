package insights.sandbox.ortto.ban;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Who makes 15 bad requests within 15 seconds is banned for 15 seconds (help.ortto.com a-235). Ortto bans the address;
 * here everything comes from one, so that it is the key that is banned: each as if it were used from an address of its own.
 */
public final class Bans {

    private final LongSupplier nanoTime;
    private final Deque<Long> bad = new ArrayDeque<>();
    private long bannedAt;
    private boolean banned;

    public Bans(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param length how long a ban lasts */
    public synchronized boolean isBanned(Duration length) {
        banned = banned && nanoTime.getAsLong() - bannedAt < length.toNanos();
        return banned;
    }

    /**
     * To be called when a request was a bad one.
     *
     * @param most how many there may be within the window before there is a ban; 0: as many as come
     */
    public synchronized void count(int most, Duration window) {
        long now = nanoTime.getAsLong();
        while (!bad.isEmpty() && now - bad.peekFirst() >= window.toNanos()) {
            bad.removeFirst();
        }
        bad.addLast(now);
        if (most > 0 && bad.size() >= most) {
            banned = true;
            bannedAt = now;
            bad.clear();
        }
    }

    public synchronized void clear() {
        banned = false;
        bad.clear();
    }
}
