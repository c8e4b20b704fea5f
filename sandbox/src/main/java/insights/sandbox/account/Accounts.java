package insights.sandbox.account;

import insights.sandbox.counter.RequestCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

/** All accounts, by their API keys. */
@ApplicationScoped
public class Accounts {

    private final LongSupplier nanoTime = System::nanoTime;
    private final RequestCounters strangers = new RequestCounters(nanoTime);
    private final ConcurrentNavigableMap<String, Account> byKey = new ConcurrentSkipListMap<>();

    /** A clock that never goes back, in nanoseconds. */
    public LongSupplier nanoTime() {
        return nanoTime;
    }

    /** @return whether there was none with its key already */
    public boolean add(Account account) {
        return byKey.putIfAbsent(account.apiKey(), account) == null;
    }

    public Optional<Account> find(String apiKey) {
        return Optional.ofNullable(byKey.get(apiKey));
    }

    /** The account with a key, if it is one of a kind. */
    public <T extends Account> Optional<T> find(String apiKey, Class<T> kind) {
        return find(apiKey).filter(kind::isInstance).map(kind::cast);
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
