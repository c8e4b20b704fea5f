package insights.common.outage;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Says once in the log that something is away that is needed, and when it is back how often it was missed: ten minutes
 * without a database are two lines, not ten thousand.
 */
public final class Outage {

    private final Logger log;
    private final String what;
    private final LongSupplier nanos;
    private volatile boolean away;
    private long since;
    private long missed;

    /** @param what is away, as a sentence begins, such as {@code segment-service} */
    public Outage(Class<?> who, String what) {
        this(Logger.getLogger(who), what, System::nanoTime);
    }

    Outage(Logger log, String what, LongSupplier nanos) {
        this.log = log;
        this.what = what;
        this.nanos = nanos;
    }

    /**
     * It was needed and did not answer.
     *
     * @param cause in words, without personal data
     */
    public synchronized void missed(String cause) {
        if (countOne()) {
            log.warnf("%s does not answer (%s); how often is said when it does again", what, cause);
        }
    }

    /** The same, for what its innermost cause says. */
    public void missed(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        missed(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
    }

    /** The same for a line of somebody else's that says so: true for the first, which stays; the others are counted. */
    public synchronized boolean countOne() {
        missed++;
        if (away) {
            return false;
        }
        away = true;
        since = nanos.getAsLong();
        return true;
    }

    /** It answered. */
    public void answered() {
        if (away) {
            back();
        }
    }

    /** Whether it did not answer when it was needed last. */
    public boolean isAway() {
        return away;
    }

    private synchronized void back() {
        if (!away) {
            return;
        }
        away = false;
        Duration time = Duration.ofNanos(nanos.getAsLong() - since);
        log.infof("%s answers again, after %d s in which it was missed %d times", what, time.toSeconds(), missed);
        missed = 0;
    }
}
