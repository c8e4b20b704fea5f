package insights.sandbox.ortto.api;

import insights.sandbox.account.Accounts;
import insights.sandbox.account.Api;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Reply;
import insights.sandbox.counter.RequestCounters;
import insights.sandbox.fault.FaultPlan;
import insights.sandbox.fault.Mishap;
import insights.sandbox.http.Request;
import insights.sandbox.http.StandIn;
import insights.sandbox.ortto.account.OrttoAccount;
import insights.sandbox.ortto.answer.OrttoRefusal;
import insights.sandbox.ortto.ban.Bans;
import insights.sandbox.ortto.settings.OrttoSettings;
import insights.sandbox.ortto.settings.Region;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Ortto's API. Decides what becomes of a request: whether its sender is banned, whether there is such an operation,
 * whether the key is good where it is used, whether the rate allows it, whether a fault hits it; then the operation itself.
 */
@ApplicationScoped
class Ortto implements StandIn {

    private static final String NO_ROUTE = "(none)";

    /** help.ortto.com a-235. */
    private static final int LARGEST_BODY = 2_000_000;

    private static final int BAD_CREDENTIALS_UNTIL_BAN = 15;
    private static final Duration STRANGERS_BAN = Duration.ofSeconds(15);

    private final Accounts accounts;
    private final Strangers strangers;

    Ortto(Accounts accounts) {
        this.accounts = accounts;
        this.strangers = new Strangers(accounts.nanoTime());
    }

    @Override
    public Api api() {
        return Api.ORTTO;
    }

    /** As recorded in November 2025. */
    @Override
    public Map<String, String> headers() {
        return Map.of(
                "Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS",
                "Access-Control-Allow-Origin", "*",
                "Allow", "GET, POST, PUT, DELETE, OPTIONS",
                "X-Version", "sandbox");
    }

    @Override
    public String ending() {
        return "\n";
    }

    @Override
    public Reply reply(Request request) {
        String apiKey = Optional.ofNullable(request.header("X-Api-Key")).orElse("");
        Optional<OrttoAccount> account = accounts.find(apiKey, OrttoAccount.class);
        RequestCounters counters = account.map(OrttoAccount::counters).orElseGet(accounts::strangers);
        counters.arrived();
        Region region = Region.of(request.host(), request.path());
        String path = region.strip(request.path());
        Optional<OrttoRoute> route = OrttoRoute.find(request.method(), path);
        Reply reply = account.map(
                        known -> known.late(banned(known).orElseGet(() -> known(known, region, path, route, request))))
                .orElseGet(() -> stranger(apiKey));
        account.filter(OrttoAccount::isLogged).ifPresent(known -> known.log()
                .add(request.method(), request.path(), request.body(), reply.status(), reply.delay()));
        counters.ended(request.method(), route.map(OrttoRoute::path).orElse(NO_ROUTE), reply.status());
        return reply;
    }

    private Reply stranger(String apiKey) {
        Bans bans = strangers.bans(apiKey);
        if (bans.isBanned(STRANGERS_BAN)) {
            return new Reply.Whole(new OrttoRefusal(403, "Forbidden").answer());
        }
        bans.count(BAD_CREDENTIALS_UNTIL_BAN, STRANGERS_BAN);
        return new Reply.Whole(unauthorized().answer());
    }

    /** What a banned address receives no source says. */
    private static Optional<Reply> banned(OrttoAccount account) {
        OrttoSettings settings = account.settings();
        Duration length = Duration.ofMillis(settings.banMillis());
        boolean isBanned = account.badRequests().isBanned(length)
                || account.badCredentials().isBanned(length);
        int status = settings.quirks().bannedAsRateLimit() ? 429 : 403;
        return isBanned
                ? Optional.of(new Reply.Whole(new OrttoRefusal(status, "Forbidden").answer()))
                : Optional.empty();
    }

    private static Reply known(
            OrttoAccount account, Region region, String path, Optional<OrttoRoute> route, Request request) {
        Reply reply;
        try {
            OrttoRoute found = route.orElseThrow(() -> OrttoRoute.isPath(path)
                    ? new OrttoRefusal(405, "Method not allowed")
                    : new OrttoRefusal(404, "Not found"));
            authenticate(account, region);
            reply = admit(account, found, body(request));
        } catch (OrttoRefusal refusal) {
            reply = new Reply.Whole(refusal.answer());
        } catch (RuntimeException e) {
            Log.error("The sandbox itself failed; this is no fault of its programme.", e);
            reply = new Reply.Whole(new OrttoRefusal(500, "The sandbox itself failed.").answer());
        }
        count(account, reply.status());
        return reply;
    }

    private static void count(OrttoAccount account, int status) {
        OrttoSettings settings = account.settings();
        Duration window = Duration.ofMillis(settings.banMillis());
        switch (status) {
            case 400, 404, 405 -> account.badRequests().count(settings.badRequestsUntilBan(), window);
            case 401 -> account.badCredentials().count(settings.badRequestsUntilBan(), window);
            default -> {}
        }
    }

    private static void authenticate(OrttoAccount account, Region region) {
        if (account.settings().disabled() || account.settings().region() != region) {
            throw unauthorized();
        }
        if (account.settings().expired()) {
            throw new OrttoRefusal(403, "Account has expired");
        }
    }

    private static OrttoRefusal unauthorized() {
        return new OrttoRefusal(401, "Invalid API key");
    }

    private static byte[] body(Request request) {
        if (request.body() == null || request.body().length > LARGEST_BODY) {
            throw OrttoRefusal.unreadable("the body is larger than 2 MB");
        }
        String type = Optional.ofNullable(request.header("Content-Type")).orElse("");
        if (request.body().length > 0 && !type.startsWith("application/json")) {
            throw OrttoRefusal.unreadable("Content-Type is application/json");
        }
        return request.body();
    }

    private static Reply admit(OrttoAccount account, OrttoRoute route, byte[] body) {
        if (!account.rate().take()) {
            long seconds = Math.max(1, Math.ceilDiv(account.rate().untilNext().toMillis(), 1_000L));
            return new Reply.Whole(tooMany(account, seconds));
        }
        OrttoCall call = new OrttoCall(account, route, body);
        return account.faults()
                .hitting(route.method(), route.path())
                .map(fault -> Mishap.of(fault, () -> carryOut(call), plan -> failure(plan, account)))
                .orElseGet(() -> new Reply.Whole(carryOut(call)));
    }

    private static Answer carryOut(OrttoCall call) {
        try {
            return call.route().operation().apply(call);
        } catch (OrttoRefusal refusal) {
            return refusal.answer();
        }
    }

    private static Answer tooMany(OrttoAccount account, long seconds) {
        return account.settings().quirks().plainRateLimit()
                ? new OrttoRefusal(429, "rate limit").answer()
                : OrttoRefusal.rateLimit(seconds);
    }

    /** A 429 says when to try again only where the plan does, and then in its body. */
    private static Answer failure(FaultPlan plan, OrttoAccount account) {
        if (plan.status() == 429 && plan.retryAfterSeconds() != null) {
            return tooMany(account, plan.retryAfterSeconds());
        }
        String message = plan.message() != null ? plan.message() : "The request could not be processed";
        return new OrttoRefusal(plan.status(), message).answer();
    }
}
