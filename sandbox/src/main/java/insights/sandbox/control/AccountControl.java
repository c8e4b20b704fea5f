package insights.sandbox.control;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.account.Account;
import insights.sandbox.account.Accounts;
import insights.sandbox.answer.Answer;
import insights.sandbox.answer.Refusal;
import insights.sandbox.json.Json;
import insights.sandbox.settings.AccountSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Accounts come, are set up, and go. */
@ApplicationScoped
class AccountControl {

    private static final String API_KEY = "apiKey";

    private final Accounts accounts;

    AccountControl(Accounts accounts) {
        this.accounts = accounts;
    }

    Answer all(ControlCall call) {
        ArrayNode all = Json.array();
        accounts.all().forEach(account -> all.add(describe(account)));
        return Answer.ok(all);
    }

    Answer create(ControlCall call) throws IOException {
        ObjectNode wanted = call.body();
        JsonNode apiKey = wanted.remove(API_KEY);
        Account account = accounts.create(
                        apiKey == null ? Accounts.newKey() : apiKey.asText(), changed(accounts.defaults(), wanted))
                .orElseThrow(() -> Refusal.conflict("There is an account with this key."));
        return Answer.of(201, describe(account));
    }

    Answer get(ControlCall call) {
        return Answer.ok(describe(call.account()));
    }

    Answer configure(ControlCall call) throws IOException {
        Account account = call.account();
        account.configure(changed(account.settings(), call.body()));
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
        return Json.object().put(API_KEY, account.apiKey()).setAll(Json.<ObjectNode>of(account.settings()));
    }

    /** What a change does not name stays as it is. */
    private static AccountSettings changed(AccountSettings settings, ObjectNode change) throws JacksonException {
        ObjectNode merged = Json.of(settings);
        change.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode inner
                    && merged.get(member.getKey()) instanceof ObjectNode old) {
                old.setAll(inner);
            } else {
                merged.set(member.getKey(), member.getValue());
            }
        });
        return Json.as(AccountSettings.class, merged);
    }
}
