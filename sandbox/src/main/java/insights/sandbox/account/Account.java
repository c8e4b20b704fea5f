package insights.sandbox.account;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Reply;
import insights.sandbox.counter.RequestCounters;
import insights.sandbox.counter.RequestLog;
import insights.sandbox.fault.FaultProgramme;
import insights.sandbox.latency.Delays;
import insights.sandbox.limit.TokenBucket;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** An account with a key: what it allows, what was asked of it, what is going wrong with it, and what it holds. */
public abstract class Account {

    private final String apiKey;
    private final FaultProgramme faults;
    private final RequestCounters counters;
    private final RequestLog log;
    private final LongSupplier nanoTime;
    private volatile Settings settings;
    private volatile TokenBucket rate;
    private volatile Delays delays;

    protected Account(String apiKey, Settings settings, LongSupplier nanoTime) {
        this.apiKey = apiKey;
        this.settings = settings;
        this.nanoTime = nanoTime;
        this.faults = new FaultProgramme(nanoTime);
        this.counters = new RequestCounters(nanoTime);
        this.log = new RequestLog(nanoTime);
        this.rate = new TokenBucket(settings.ratePerSecond(), nanoTime);
        this.delays = new Delays(settings.latency());
    }

    public abstract Api api();

    /** Everything that can be chosen for it. */
    public abstract ObjectNode settingsAsJson();

    /** Takes new settings. @param settings all of them */
    protected abstract Settings apply(ObjectNode settings) throws JacksonException;

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

    /** Whether requests are kept word by word. */
    public final boolean isLogged() {
        return settings.logged();
    }

    /** What goes back to the client, as late as this account is. */
    public final Reply late(Reply reply) {
        Duration delay = delays.next();
        return delay.isZero() ? reply : new Reply.Late(reply, delay);
    }

    /**
     * From the next request on.
     *
     * @param settings all of them
     * @throws JacksonException when one is unknown or cannot have its value
     */
    public final synchronized void configure(ObjectNode settings) throws JacksonException {
        Settings before = this.settings;
        Settings now = apply(settings);
        if (now.ratePerSecond() != before.ratePerSecond()) {
            rate = new TokenBucket(now.ratePerSecond(), nanoTime);
        }
        if (!now.latency().equals(before.latency())) {
            delays = new Delays(now.latency());
        }
        this.settings = now;
    }

    /** As when it was made, but for its settings. */
    public final synchronized void reset() {
        clear();
        faults.clear();
        counters.clear();
        log.clear();
        rate = new TokenBucket(settings.ratePerSecond(), nanoTime);
        delays = new Delays(settings.latency());
    }
}
