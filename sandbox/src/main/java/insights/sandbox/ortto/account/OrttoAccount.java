package insights.sandbox.ortto.account;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.account.Account;
import insights.sandbox.account.Api;
import insights.sandbox.account.Settings;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.ban.Bans;
import insights.sandbox.ortto.person.PersonBook;
import insights.sandbox.ortto.settings.OrttoSettings;
import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;

/** An account at Ortto: people, tags and custom fields. */
public final class OrttoAccount extends Account {

    private final PersonBook people;
    private final Bans badRequests;
    private final Bans badCredentials;
    private volatile OrttoSettings settings;

    public OrttoAccount(String apiKey, OrttoSettings settings, Clock clock, LongSupplier nanoTime) {
        super(apiKey, settings, nanoTime);
        this.settings = settings;
        this.people = new PersonBook(clock, nanoTime);
        this.badRequests = new Bans(nanoTime);
        this.badCredentials = new Bans(nanoTime);
    }

    public OrttoSettings settings() {
        return settings;
    }

    public PersonBook people() {
        return people;
    }

    public Bans badRequests() {
        return badRequests;
    }

    /** Requests with its key that were refused because of it: it was used in another region, say. */
    public Bans badCredentials() {
        return badCredentials;
    }

    @Override
    public Api api() {
        return Api.ORTTO;
    }

    @Override
    public ObjectNode settingsAsJson() {
        return Json.of(settings);
    }

    @Override
    protected Settings apply(ObjectNode json) throws JacksonException {
        settings = Json.as(OrttoSettings.class, json);
        return settings;
    }

    @Override
    public ObjectNode holdings() {
        return people.counts();
    }

    @Override
    public Piece piece(String bookmark) {
        List<ObjectNode> some = people.some(bookmark);
        return new Piece(some, some.isEmpty() ? null : some.getLast().path("id").asText());
    }

    @Override
    protected void clear() {
        people.clear();
        badRequests.clear();
        badCredentials.clear();
    }
}
