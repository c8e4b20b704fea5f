package insights.sandbox.account;

import insights.sandbox.SandboxConfig;
import insights.sandbox.contact.ContactBook;
import insights.sandbox.counter.RequestCounters;
import insights.sandbox.hook.HookClient;
import insights.sandbox.hook.Hooks;
import insights.sandbox.settings.AccountSettings;
import insights.sandbox.settings.Quirks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** All accounts, by their API keys. */
@ApplicationScoped
public class Accounts {

    private static final Pattern API_KEY = Pattern.compile("[0-9a-fA-F]{32}");

    private final Clock clock;
    private final HookClient hookClient;
    private final Duration hookPause;
    private final AccountSettings defaults;
    private final LongSupplier nanoTime = System::nanoTime;
    private final RequestCounters strangers = new RequestCounters(nanoTime);
    private final ConcurrentNavigableMap<String, Account> byKey = new ConcurrentSkipListMap<>();

    Accounts(Clock clock, HookClient hookClient, SandboxConfig config) {
        this.clock = clock;
        this.hookClient = hookClient;
        this.hookPause = config.hookRetryPause();
        this.defaults = new AccountSettings(config.ratePerSecond(), config.maxContacts(), false, false, Quirks.NONE);
    }

    /** A key that looks like one of Autopilot's. */
    public static String newKey() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The settings of an account of which nothing else is said. */
    public AccountSettings defaults() {
        return defaults;
    }

    /**
     * @return empty when there is one with this key already
     * @throws IllegalArgumentException when the key is not one
     */
    public Optional<Account> create(String apiKey, AccountSettings settings) {
        if (!API_KEY.matcher(apiKey).matches()) {
            throw new IllegalArgumentException("apiKey is 32 hexadecimal digits.");
        }
        Hooks hooks = new Hooks(clock, hookClient, hookPause);
        Account account = new Account(apiKey, settings, new ContactBook(clock, hooks), hooks, nanoTime);
        return byKey.putIfAbsent(apiKey, account) == null ? Optional.of(account) : Optional.empty();
    }

    public Optional<Account> find(String apiKey) {
        return Optional.ofNullable(byKey.get(apiKey));
    }

    public Collection<Account> all() {
        return byKey.values();
    }

    /** @return whether there was one */
    public boolean delete(String apiKey) {
        Account account = byKey.remove(apiKey);
        if (account != null) {
            account.reset();
        }
        return account != null;
    }

    /** Counts the requests that came without a key, or with one that no account has. */
    public RequestCounters strangers() {
        return strangers;
    }
}
