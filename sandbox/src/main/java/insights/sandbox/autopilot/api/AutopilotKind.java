package insights.sandbox.autopilot.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.SandboxConfig;
import insights.sandbox.account.Account;
import insights.sandbox.account.AccountKind;
import insights.sandbox.account.Accounts;
import insights.sandbox.account.Api;
import insights.sandbox.autopilot.account.AutopilotAccount;
import insights.sandbox.autopilot.contact.ContactBook;
import insights.sandbox.autopilot.hook.HookClient;
import insights.sandbox.autopilot.hook.Hooks;
import insights.sandbox.autopilot.settings.AccountSettings;
import insights.sandbox.autopilot.settings.Quirks;
import insights.sandbox.json.Json;
import insights.sandbox.latency.Latency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

/** Accounts at Autopilot. */
@ApplicationScoped
class AutopilotKind implements AccountKind {

    private static final Pattern API_KEY = Pattern.compile("[0-9a-fA-F]{32}");

    private final Clock clock;
    private final HookClient hookClient;
    private final SandboxConfig config;
    private final Accounts accounts;

    AutopilotKind(Clock clock, HookClient hookClient, SandboxConfig config, Accounts accounts) {
        this.clock = clock;
        this.hookClient = hookClient;
        this.config = config;
        this.accounts = accounts;
    }

    @Override
    public Api api() {
        return Api.AUTOPILOT;
    }

    @Override
    public String newKey() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    public ObjectNode defaults() {
        return Json.of(new AccountSettings(
                config.ratePerSecond(), config.maxContacts(), false, false, Latency.NONE, null, Quirks.NONE));
    }

    @Override
    public Account make(String apiKey, ObjectNode settings) throws JacksonException {
        if (!API_KEY.matcher(apiKey).matches()) {
            throw new IllegalArgumentException("apiKey is 32 hexadecimal digits.");
        }
        Hooks hooks = new Hooks(clock, hookClient, config.hookRetryPause());
        return new AutopilotAccount(
                apiKey,
                Json.as(AccountSettings.class, settings),
                new ContactBook(clock, hooks),
                hooks,
                accounts.nanoTime());
    }

    @Override
    public boolean offers(String method, String path) {
        return Routes.exist(method, path);
    }
}
