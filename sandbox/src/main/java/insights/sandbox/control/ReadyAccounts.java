package insights.sandbox.control;

import com.fasterxml.jackson.core.JacksonException;
import insights.sandbox.SandboxConfig;
import insights.sandbox.account.AccountKind;
import insights.sandbox.account.Accounts;
import insights.sandbox.account.Api;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The accounts that there are from the beginning: those that are configured, else one at each API. */
@ApplicationScoped
public class ReadyAccounts {

    private final SandboxConfig config;
    private final Accounts accounts;
    private final Kinds kinds;

    ReadyAccounts(SandboxConfig config, Accounts accounts, Kinds kinds) {
        this.config = config;
        this.accounts = accounts;
        this.kinds = kinds;
    }

    /** Makes them. A key that was made up is logged, because nobody could know it; a configured one is not. */
    public void make() {
        List<String> keys = Stream.concat(
                        config.apiKey().stream(), config.accounts().stream().flatMap(List::stream))
                .toList();
        if (keys.isEmpty()) {
            String key = make(Api.AUTOPILOT);
            Log.infof("The ready account's API key is %s", key);
        }
        keys.forEach(key -> make(Api.AUTOPILOT, key));
        config.ortto()
                .apiKey()
                .ifPresentOrElse(
                        key -> make(Api.ORTTO, key),
                        () -> Log.infof("The ready account at Ortto has the key %s", make(Api.ORTTO)));
    }

    private String make(Api api) {
        return make(api, kinds.of(api).newKey());
    }

    private String make(Api api, String key) {
        AccountKind kind = kinds.of(api);
        try {
            accounts.add(kind.make(key, kind.defaults()));
        } catch (JacksonException e) {
            throw new IllegalStateException("The settings of ready accounts cannot be what they are.", e);
        }
        return key;
    }
}
