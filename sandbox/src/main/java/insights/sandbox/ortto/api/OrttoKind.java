package insights.sandbox.ortto.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.SandboxConfig;
import insights.sandbox.account.Account;
import insights.sandbox.account.AccountKind;
import insights.sandbox.account.Accounts;
import insights.sandbox.account.Api;
import insights.sandbox.json.Json;
import insights.sandbox.latency.Latency;
import insights.sandbox.ortto.account.OrttoAccount;
import insights.sandbox.ortto.field.Schema;
import insights.sandbox.ortto.settings.OrttoQuirks;
import insights.sandbox.ortto.settings.OrttoSettings;
import insights.sandbox.ortto.settings.Region;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Accounts at Ortto. */
@ApplicationScoped
class OrttoKind implements AccountKind {

    /** What Ortto's keys look like is not documented: any that fits in a header and a path. */
    private static final Pattern API_KEY = Pattern.compile("[A-Za-z0-9_.-]{16,200}");

    /** help.ortto.com a-235. */
    private static final int BAD_REQUESTS_UNTIL_BAN = 15;

    private static final long BAN_MILLIS = 15_000;
    private static final long LATER_MILLIS = 1_000;

    private final Clock clock;
    private final SandboxConfig config;
    private final Accounts accounts;

    OrttoKind(Clock clock, SandboxConfig config, Accounts accounts) {
        this.clock = clock;
        this.config = config;
        this.accounts = accounts;
    }

    @Override
    public Api api() {
        return Api.ORTTO;
    }

    @Override
    public String newKey() {
        return "ortto-" + UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    public ObjectNode defaults() {
        ObjectNode defaults = Json.of(new OrttoSettings(
                config.ortto().ratePerSecond(),
                config.maxContacts(),
                false,
                false,
                false,
                Latency.NONE,
                Region.GLOBAL,
                List.of(Schema.EMAIL),
                BAD_REQUESTS_UNTIL_BAN,
                BAN_MILLIS,
                LATER_MILLIS,
                OrttoQuirks.NONE));
        return defaults.put("region", config.ortto().region());
    }

    @Override
    public Account make(String apiKey, ObjectNode settings) throws JacksonException {
        if (!API_KEY.matcher(apiKey).matches()) {
            throw new IllegalArgumentException("apiKey is 16 to 200 letters, digits, underscores, dots and hyphens.");
        }
        return new OrttoAccount(apiKey, Json.as(OrttoSettings.class, settings), clock, accounts.nanoTime());
    }

    @Override
    public boolean offers(String method, String path) {
        return OrttoRoute.exists(method, path);
    }
}
