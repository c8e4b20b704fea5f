package insights.sandbox.api;

import insights.sandbox.account.Account;
import insights.sandbox.account.Accounts;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.counter.RequestCounters;
import insights.sandbox.fault.Fault;
import insights.sandbox.fault.FaultPlan;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what becomes of a request: whether there is such an operation, whether the key is good, whether the rate
 * allows it, whether a fault hits it; then the operation itself. All of it in memory, so nothing here ever waits.
 */
@ApplicationScoped
class Autopilot {

    private static final String NO_ROUTE = "(none)";

    private final Accounts accounts;

    Autopilot(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param apiKey null when there is none
     * @param body null when it is too large
     */
    Reply reply(String method, String rawPath, String apiKey, byte[] body) {
        Optional<Account> account = Optional.ofNullable(apiKey).flatMap(accounts::find);
        RequestCounters counters = account.map(Account::counters).orElseGet(accounts::strangers);
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
        int status = reply.status();
        account.filter(known -> known.settings().logged())
                .ifPresent(known -> known.log().add(method, rawPath, body, status));
        counters.ended(method, match.map(found -> found.route().path()).orElse(NO_ROUTE), status);
        return reply;
    }

    private static Account authenticated(String apiKey, Optional<Account> account) {
        if (apiKey == null) {
            throw Refusal.badRequest("No autopilotapikey header provided.");
        }
        return account.filter(known -> !known.settings().disabled()).orElseThrow(Refusal::unauthorized);
    }

    private static Reply admit(Account account, Routes.Match match, byte[] body) {
        if (!account.rate().take()) {
            throw tooManyRequests(account);
        }
        Route route = match.route();
        List<String> arguments = match.arguments().stream().map(RawPath::decode).toList();
        Call call = new Call(account, route, arguments, body);
        return account.faults()
                .hitting(route.method(), route.path())
                .map(fault -> goWrong(fault, call))
                .orElseGet(() -> new Reply.Whole(carryOut(call)));
    }

    private static Reply goWrong(Fault fault, Call call) {
        FaultPlan plan = fault.plan();
        Answer unseen = fault.isApplied() ? carryOut(call) : null;
        return switch (plan.effect()) {
            case STATUS -> new Reply.Whole(failure(plan).answer(errorAsCode(call.account())));
            case HANG -> new Reply.Silence();
            case LATE -> new Reply.Whole(carryOut(call), Duration.ofMillis(plan.delayMillis()));
            case CLOSE -> new Reply.Close();
            case TRUNCATED -> new Reply.Truncated(unseen == null || unseen.body() == null ? Answer.done() : unseen);
            case NOT_JSON -> new Reply.NotJson();
            case REFUSE_EMAIL -> throw new IllegalStateException("is a matter of the upsert");
        };
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

    private static Refusal tooManyRequests(Account account) {
        long seconds = Math.max(1, Math.ceilDiv(account.rate().untilNext().toMillis(), 1000L));
        return new Refusal(
                429,
                "You have exceeded your request rate of " + account.settings().ratePerSecond() + " r/s.",
                account.settings().quirks().retryAfter() ? Map.of("Retry-After", Long.toString(seconds)) : Map.of());
    }

    private static boolean errorAsCode(Account account) {
        return account.settings().quirks().errorAsCode();
    }
}
