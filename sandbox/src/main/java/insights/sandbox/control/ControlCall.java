package insights.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.account.Account;
import insights.sandbox.account.Accounts;
import insights.sandbox.answer.Refusal;
import insights.sandbox.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;

/** A request to the control plane. */
record ControlCall(RoutingContext context, Accounts accounts) {

    /** @throws Refusal when there is no account with the key in the path */
    Account account() {
        return accounts.find(context.pathParam("key"))
                .orElseThrow(() -> Refusal.notFound("There is no account with this key."));
    }

    /** @throws Refusal when there is none, or it is not one of this kind */
    <T extends Account> T account(Class<T> kind) {
        Account account = account();
        if (!kind.isInstance(account)) {
            throw Refusal.badRequest("This is an account at " + account.api() + ", which has nothing like that.");
        }
        return kind.cast(account);
    }

    /** @throws Refusal when it is not a JSON object; no body at all is an empty one */
    ObjectNode body() throws IOException {
        Buffer body = context.body().buffer();
        if (body == null || body.length() == 0) {
            return Json.object();
        }
        if (Json.parse(body.getBytes()) instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.badRequest("The body is a JSON object.");
    }
}
