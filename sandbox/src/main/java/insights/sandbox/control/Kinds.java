package insights.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import insights.sandbox.account.AccountKind;
import insights.sandbox.account.Api;
import insights.sandbox.answer.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

/** The kinds of accounts that there are. */
@ApplicationScoped
class Kinds {

    private final Instance<AccountKind> kinds;

    Kinds(@Any Instance<AccountKind> kinds) {
        this.kinds = kinds;
    }

    AccountKind of(Api api) {
        return kinds.stream().filter(kind -> kind.api() == api).findFirst().orElseThrow();
    }

    /**
     * @param api null: Autopilot
     * @throws Refusal when there is no such API
     */
    AccountKind named(JsonNode api) {
        try {
            return of(api == null ? Api.AUTOPILOT : Api.valueOf(api.asText()));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("api is AUTOPILOT or ORTTO.");
        }
    }
}
