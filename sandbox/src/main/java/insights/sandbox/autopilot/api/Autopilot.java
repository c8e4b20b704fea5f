package insights.sandbox.autopilot.api;

import insights.sandbox.account.Accounts;
import insights.sandbox.account.Api;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.answer.Reply;
import insights.sandbox.autopilot.account.AutopilotAccount;
import insights.sandbox.counter.RequestCounters;
import insights.sandbox.fault.FaultPlan;
import insights.sandbox.fault.Mishap;
import insights.sandbox.http.Request;
import insights.sandbox.http.StandIn;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Autopilot's API. Decides what becomes of a request: whether there is such an operation, whether the key is good, whether the rate
 * allows it, whether a fault hits it; then the operation itself. All of it in memory, so nothing here ever waits.
 */
@ApplicationScoped
class Autopilot implements StandIn {

    private static final String NO_ROUTE = "(none)";

    private final Accounts accounts;
    private final Clock clock;

    Autopilot(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Api api() {
        return Api.AUTOPILOT;
    }

    @Override
    public Map<String, String> headers() {
        String now =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        return Map.of("Last-Modified", now);
    }

    @Override
    public Reply reply(Request request) {
        String method = request.method();
        String rawPath = request.path();
        String apiKey = request.header("autopilotapikey");
        byte[] body = request.body();
        Optional<AutopilotAccount> account =
                Optional.ofNullable(apiKey).flatMap(key -> accounts.find(key, AutopilotAccount.class));
        RequestCounters counters = account.map(AutopilotAccount::counters).orElseGet(accounts::strangers);
        counters.arrived();
        Optional<Routes.Match> match = Routes.find(method, rawPath);
        Reply reply;
        try {
            Routes.Match found = match.orElseThrow(() -> Refusal.notFound(rawPath + " does not exist"));
            if (body == null) {
                throw new Refusal(413, "Request body size exceeds the limit.");
            }
            reply = admit(authenticated(apiKey, account), found, body);
        } catch (Refusal refusal) {
            reply = new Reply.Whole(
                    refusal.answer(account.map(Autopilot::errorAsCode).orElse(false)));
        } catch (RuntimeException e) {
            Log.error("The sandbox itself failed; this is no fault of its programme.", e);
            reply = new Reply.Whole(new Refusal(500, "The sandbox itself failed.").answer(false));
        }
        Reply last = account.isPresent() ? account.get().late(reply) : reply;
        account.filter(AutopilotAccount::isLogged)
                .ifPresent(known -> known.log().add(method, rawPath, body, last.status(), last.delay()));
        counters.ended(method, match.map(found -> found.route().path()).orElse(NO_ROUTE), last.status());
        return last;
    }

    private static AutopilotAccount authenticated(String apiKey, Optional<AutopilotAccount> account) {
        if (apiKey == null) {
            throw Refusal.badRequest("No autopilotapikey header provided.");
        }
        return account.filter(known -> !known.settings().disabled()).orElseThrow(Refusal::unauthorized);
    }

    private static Reply admit(AutopilotAccount account, Routes.Match match, byte[] body) {
        if (!account.rate().take()) {
            throw tooManyRequests(account);
        }
        Route route = match.route();
        List<String> arguments = match.arguments().stream().map(RawPath::decode).toList();
        Call call = new Call(account, route, arguments, body);
        return account.faults()
                .hitting(route.method(), route.path())
                .map(fault -> Mishap.of(
                        fault, () -> carryOut(call), plan -> failure(plan).answer(errorAsCode(account))))
                .orElseGet(() -> new Reply.Whole(carryOut(call)));
    }

    private static Answer carryOut(Call call) {
        try {
            return call.route().operation().apply(call);
        } catch (Refusal refusal) {
            return refusal.answer(errorAsCode(call.account()));
        }
    }

    private static Refusal failure(FaultPlan plan) {
        String message = plan.message() != null ? plan.message() : defaultMessage(plan.status());
        return new Refusal(
                plan.status(),
                message,
                plan.retryAfterSeconds() == null
                        ? Map.of()
                        : Map.of("Retry-After", plan.retryAfterSeconds().toString()));
    }

    private static String defaultMessage(int status) {
        return switch (status) {
            case 401 -> Refusal.unauthorized().getMessage();
            case 429 -> "You have exceeded your request rate.";
            default -> "The request could not be processed.";
        };
    }

    private static Refusal tooManyRequests(AutopilotAccount account) {
        long seconds = Math.max(1, Math.ceilDiv(account.rate().untilNext().toMillis(), 1000L));
        return new Refusal(
                429,
                "You have exceeded your request rate of " + account.settings().ratePerSecond() + " r/s.",
                account.settings().quirks().retryAfter() ? Map.of("Retry-After", Long.toString(seconds)) : Map.of());
    }

    private static boolean errorAsCode(AutopilotAccount account) {
        return account.settings().quirks().errorAsCode();
    }
}
