package insights.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.account.Account;
import insights.sandbox.account.AccountKind;
import insights.sandbox.account.Accounts;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Accounts come, are set up, and go. */
@ApplicationScoped
class AccountControl {

    private static final String API_KEY = "apiKey";

    private static final String API = "api";

    private final Accounts accounts;
    private final Kinds kinds;

    AccountControl(Accounts accounts, Kinds kinds) {
        this.accounts = accounts;
        this.kinds = kinds;
    }

    Answer all(ControlCall call) {
        ArrayNode all = Json.array();
        accounts.all().forEach(account -> all.add(describe(account)));
        return Answer.ok(all);
    }

    Answer create(ControlCall call) throws IOException {
        ObjectNode wanted = call.body();
        AccountKind kind = kinds.named(wanted.remove(API));
        JsonNode apiKey = wanted.remove(API_KEY);
        Account account = kind.make(apiKey == null ? kind.newKey() : apiKey.asText(), changed(kind.defaults(), wanted));
        if (!accounts.add(account)) {
            throw Refusal.conflict("There is an account with this key.");
        }
        return Answer.of(201, describe(account));
    }

    Answer get(ControlCall call) {
        return Answer.ok(describe(call.account()));
    }

    Answer configure(ControlCall call) throws IOException {
        Account account = call.account();
        account.configure(changed(account.settingsAsJson(), call.body()));
        return Answer.ok(describe(account));
    }

    Answer delete(ControlCall call) {
        accounts.delete(call.account().apiKey());
        return Answer.noContent();
    }

    Answer reset(ControlCall call) {
        call.account().reset();
        return Answer.noContent();
    }

    private static ObjectNode describe(Account account) {
        return Json.object()
                .put(API_KEY, account.apiKey())
                .put(API, account.api().name())
                .setAll(account.settingsAsJson());
    }

    /** What a change does not name stays as it is. */
    private static ObjectNode changed(ObjectNode settings, ObjectNode change) {
        change.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode inner
                    && settings.get(member.getKey()) instanceof ObjectNode old) {
                old.setAll(inner);
            } else {
                settings.set(member.getKey(), member.getValue());
            }
        });
        return settings;
    }
}
