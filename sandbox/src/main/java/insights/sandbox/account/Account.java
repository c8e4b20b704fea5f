package insights.sandbox.account;

import insights.sandbox.contact.ContactBook;
import insights.sandbox.counter.RequestCounters;
import insights.sandbox.counter.RequestLog;
import insights.sandbox.fault.FaultProgramme;
import insights.sandbox.hook.Hooks;
import insights.sandbox.limit.TokenBucket;
import insights.sandbox.settings.AccountSettings;
import java.util.function.LongSupplier;

/** An Autopilot account: what it holds, what it allows, and what is going wrong with it. */
public final class Account {

    private final String apiKey;
    private final ContactBook contacts;
    private final Hooks hooks;
    private final FaultProgramme faults;
    private final RequestCounters counters;
    private final RequestLog log = new RequestLog();
    private final LongSupplier nanoTime;
    private volatile AccountSettings settings;
    private volatile TokenBucket rate;

    Account(String apiKey, AccountSettings settings, ContactBook contacts, Hooks hooks, LongSupplier nanoTime) {
        this.apiKey = apiKey;
        this.contacts = contacts;
        this.hooks = hooks;
        this.nanoTime = nanoTime;
        this.faults = new FaultProgramme(nanoTime);
        this.counters = new RequestCounters(nanoTime);
        this.settings = settings;
        this.rate = new TokenBucket(settings.ratePerSecond(), nanoTime);
    }

    public String apiKey() {
        return apiKey;
    }

    public AccountSettings settings() {
        return settings;
    }

    public ContactBook contacts() {
        return contacts;
    }

    public Hooks hooks() {
        return hooks;
    }

    public FaultProgramme faults() {
        return faults;
    }

    public RequestCounters counters() {
        return counters;
    }

    public RequestLog log() {
        return log;
    }

    public TokenBucket rate() {
        return rate;
    }

    /** From the next request on. */
    public synchronized void configure(AccountSettings newSettings) {
        if (newSettings.ratePerSecond() != settings.ratePerSecond()) {
            rate = new TokenBucket(newSettings.ratePerSecond(), nanoTime);
        }
        settings = newSettings;
    }

    /** As when it was made, but for its settings. */
    public synchronized void reset() {
        hooks.clear();
        contacts.clear();
        faults.clear();
        counters.clear();
        log.clear();
        rate = new TokenBucket(settings.ratePerSecond(), nanoTime);
    }
}
