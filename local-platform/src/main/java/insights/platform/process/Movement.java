package insights.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether a process gets on while it starts, however slow the machine is: it writes to its log, or it computes. What only
 * waits computes a little too, so that a share of the time is asked for.
 */
final class Movement {

    private static final int LEAST_SHARE = 50;

    private final Path log;
    private final LongSupplier computed;
    private final LongSupplier nanos;
    private final Duration patience;

    private long since;
    private long size;
    private long computedThen;

    /**
     * @param computed how many nanoseconds of processor time it took so far
     * @param patience how long nothing may move
     */
    Movement(Path log, LongSupplier computed, LongSupplier nanos, Duration patience) {
        this.log = log;
        this.computed = computed;
        this.nanos = nanos;
        this.patience = patience;
        begin(nanos.getAsLong(), size());
    }

    static Movement of(ProcessHandle process, Path log, Duration patience) {
        LongSupplier computed =
                () -> process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        return new Movement(log, computed, System::nanoTime, patience);
    }

    /** Looks, and tells whether nothing moved for as long as the patience lasts. */
    boolean stands() {
        long now = nanos.getAsLong();
        long sizeNow = size();
        if (sizeNow != size || now - since >= patience.toNanos() && computedEnough(now)) {
            begin(now, sizeNow);
        }
        return now - since >= patience.toNanos();
    }

    private boolean computedEnough(long now) {
        return (computed.getAsLong() - computedThen) * LEAST_SHARE >= now - since;
    }

    private void begin(long now, long sizeNow) {
        since = now;
        size = sizeNow;
        computedThen = computed.getAsLong();
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException nothingWrittenYet) {
            return 0;
        }
    }
}
