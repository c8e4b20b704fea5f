package insights.sandbox.account;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.counter.RequestCounters;
import insights.sandbox.counter.RequestLog;
import insights.sandbox.fault.FaultProgramme;
import insights.sandbox.limit.TokenBucket;
import java.util.List;
import java.util.function.LongSupplier;

/** An account with a key: what it allows, what was asked of it, what is going wrong with it, and what it holds. */
public abstract class Account {

    private final String apiKey;
    private final FaultProgramme faults;
    private final RequestCounters counters;
    private final RequestLog log = new RequestLog();
    private final LongSupplier nanoTime;
    private volatile int ratePerSecond;
    private volatile TokenBucket rate;

    /** @param ratePerSecond requests a second; 0: as many as come */
    protected Account(String apiKey, int ratePerSecond, LongSupplier nanoTime) {
        this.apiKey = apiKey;
        this.nanoTime = nanoTime;
        this.faults = new FaultProgramme(nanoTime);
        this.counters = new RequestCounters(nanoTime);
        this.ratePerSecond = ratePerSecond;
        this.rate = new TokenBucket(ratePerSecond, nanoTime);
    }

    public abstract Api api();

    /** Everything that can be chosen for it. */
    public abstract ObjectNode settingsAsJson();

    /**
     * Takes new settings, and says how many requests a second they allow.
     *
     * @param settings all of them
     */
    protected abstract int apply(ObjectNode settings) throws JacksonException;

    /** Whether requests are kept word by word. */
    public abstract boolean isLogged();

    /** How many of what it holds, by name. */
    public abstract ObjectNode holdings();

    /**
     * What it holds, a piece at a time.
     *
     * @param bookmark that of the piece before; null for the first
     */
    public abstract Piece piece(String bookmark);

    /** Forgets what it holds. */
    protected abstract void clear();

    /** @param bookmark what leads to the next piece; null after the last */
    public record Piece(List<ObjectNode> contacts, String bookmark) {}

    public final String apiKey() {
        return apiKey;
    }

    public final FaultProgramme faults() {
        return faults;
    }

    public final RequestCounters counters() {
        return counters;
    }

    public final RequestLog log() {
        return log;
    }

    public final TokenBucket rate() {
        return rate;
    }

    /**
     * From the next request on.
     *
     * @param settings all of them
     * @throws JacksonException when one is unknown or cannot have its value
     */
    public final synchronized void configure(ObjectNode settings) throws JacksonException {
        int newRate = apply(settings);
        if (newRate != ratePerSecond) {
            ratePerSecond = newRate;
            rate = new TokenBucket(newRate, nanoTime);
        }
    }

    /** As when it was made, but for its settings. */
    public final synchronized void reset() {
        clear();
        faults.clear();
        counters.clear();
        log.clear();
        rate = new TokenBucket(ratePerSecond, nanoTime);
    }
}
