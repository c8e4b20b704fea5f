package insights.sandbox.autopilot.account;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.account.Account;
import insights.sandbox.account.Api;
import insights.sandbox.account.Settings;
import insights.sandbox.autopilot.contact.ContactBook;
import insights.sandbox.autopilot.contact.ContactLists;
import insights.sandbox.autopilot.contact.Page;
import insights.sandbox.autopilot.hook.Hooks;
import insights.sandbox.autopilot.settings.AccountSettings;
import insights.sandbox.json.Json;
import java.util.List;
import java.util.function.LongSupplier;

/** An account at Autopilot: contacts, lists, segments and hooks. */
public final class AutopilotAccount extends Account {

    private final ContactBook contacts;
    private final Hooks hooks;
    private volatile AccountSettings settings;

    public AutopilotAccount(
            String apiKey, AccountSettings settings, ContactBook contacts, Hooks hooks, LongSupplier nanoTime) {
        super(apiKey, settings, nanoTime);
        this.settings = settings;
        this.contacts = contacts;
        this.hooks = hooks;
    }

    public AccountSettings settings() {
        return settings;
    }

    public ContactBook contacts() {
        return contacts;
    }

    public Hooks hooks() {
        return hooks;
    }

    @Override
    public Api api() {
        return Api.AUTOPILOT;
    }

    @Override
    public ObjectNode settingsAsJson() {
        return Json.of(settings);
    }

    @Override
    protected Settings apply(ObjectNode json) throws JacksonException {
        settings = Json.as(AccountSettings.class, json);
        return settings;
    }

    @Override
    public ObjectNode holdings() {
        List<ContactLists.Summary> lists = contacts.lists().all();
        return Json.object()
                .put("contacts", contacts.size())
                .put("lists", lists.size())
                .put(
                        "memberships",
                        lists.stream().mapToInt(ContactLists.Summary::size).sum());
    }

    @Override
    public Piece piece(String bookmark) {
        Page page = contacts.page(bookmark);
        return new Piece(
                page.contacts().stream().map(contact -> contact.toJson(false)).toList(), page.bookmark());
    }

    @Override
    protected void clear() {
        hooks.clear();
        contacts.clear();
    }
}
