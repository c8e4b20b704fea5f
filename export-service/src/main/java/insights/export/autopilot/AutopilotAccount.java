package insights.export.autopilot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import insights.export.connection.ApiKey;
import insights.export.matching.Contact;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One customer's Autopilot, as a run works with it. Every operation is safe to repeat. */
public final class AutopilotAccount {

    /** Most contacts in one bulk upsert ({@code autopilot-api.md}, "Bulk"). */
    public static final int MAX_CONTACTS = 100;

    private final AutopilotRestClient client;
    private final Requests requests;
    private final String endpoint;
    private final ApiKey key;

    AutopilotAccount(AutopilotRestClient client, Requests requests, String endpoint, ApiKey key) {
        this.client = client;
        this.requests = requests;
        this.endpoint = endpoint;
        this.key = key;
    }

    /** Creates or updates up to {@value #MAX_CONTACTS} contacts. Who was accepted is in {@link ContactIds}. */
    public Reply upsert(List<Contact> contacts) {
        String body = contacts.stream()
                .map(contact -> contact.body().toString())
                .collect(Collectors.joining(",", "{\"contacts\":[", "]}"));
        return send(Operation.UPSERT, () -> client.upsert(endpoint, key.reveal(), body))
                .reply();
    }

    /** Creates or updates one contact. */
    public Reply upsert(Contact contact) {
        String body = "{\"contact\":" + contact.body() + "}";
        return send(Operation.UPSERT_ONE, () -> client.upsertOne(endpoint, key.reveal(), body))
                .reply();
    }

    /** All lists: title by id. They come in one answer ({@code autopilot-api.md}, "Endpoints": no paging). */
    public Map<String, String> lists() {
        Reply reply = send(Operation.FIND_LIST, () -> client.lists(endpoint, key.reveal()))
                .reply();
        if (!(reply instanceof Reply.Accepted accepted)
                || !accepted.body().path("lists").isArray()) {
            throw new AutopilotException.Unavailable("Autopilot does not tell its lists");
        }
        Map<String, String> titles = new LinkedHashMap<>();
        accepted.body()
                .path("lists")
                .forEach(list -> titles.put(
                        list.path("list_id").asText(), list.path("title").asText()));
        return titles;
    }

    /**
     * The e-mail address of a contact; empty when Autopilot has no such contact, or it has none.
     *
     * @param contact its id or e-mail
     * @throws AutopilotException.Unavailable when Autopilot says neither
     */
    public Optional<String> emailOf(String contact) {
        Reply found = send(Operation.FIND_CONTACT, () -> client.contact(endpoint, key.reveal(), contact))
                .reply();
        return switch (found) {
            case Reply.Accepted accepted
            when accepted.body().hasNonNull("contact_id") ->
                Optional.of(accepted.body().path("Email").asText()).filter(email -> !email.isBlank());
            case Reply.Refused refused when refused.notFound() -> Optional.empty();
            case Reply reply -> throw new AutopilotException.Unavailable("Autopilot does not tell a contact");
        };
    }

    /** Deletes a contact; 404 when it is not there. */
    public Reply delete(String contact) {
        return send(Operation.DELETE_CONTACT, () -> client.delete(endpoint, key.reveal(), contact))
                .reply();
    }

    /**
     * Creates a list; 409 when there is one of this name ({@code autopilot-api.md}, "Lists"). It is asked once: repeated, it
     * might make a second list of the name.
     */
    public Reply createList(String title) {
        String body = JsonNodeFactory.instance.objectNode().put("name", title).toString();
        return send(Operation.CREATE_LIST, () -> client.createList(endpoint, key.reveal(), body))
                .reply();
    }

    /** Puts a contact on a list. */
    public Membership join(String list, String contact) {
        return membership(Operation.JOIN, () -> client.join(endpoint, key.reveal(), list, contact));
    }

    /** Takes a contact off a list. */
    public Membership leave(String list, String contact) {
        return membership(Operation.LEAVE, () -> client.leave(endpoint, key.reveal(), list, contact));
    }

    private Membership membership(Operation operation, Supplier<Response> request) {
        Requests.Sent sent = send(operation, request);
        boolean notModified = sent.reply() instanceof Reply.Accepted accepted
                && accepted.body().path("not_modified").asBoolean();
        return new Membership(sent.reply(), notModified && !sent.repeated());
    }

    private Requests.Sent send(Operation operation, Supplier<Response> request) {
        return requests.send(operation, request);
    }

    /**
     * What became of a membership.
     *
     * @param alreadySo Autopilot says that nothing had to be changed, and it was not an earlier attempt of ours that
     *     changed it
     */
    public record Membership(Reply reply, boolean alreadySo) {}
}
