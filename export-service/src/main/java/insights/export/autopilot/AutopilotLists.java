package insights.export.autopilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import insights.export.connection.ApiKey;
import insights.export.destination.ContactLists;
import insights.export.destination.DestinationException;
import insights.export.destination.ListPage;
import insights.export.destination.MembershipAnswer;
import insights.export.line.Reply;
import insights.export.line.Requests;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The lists of an account ({@code autopilot-api.md}, "Lists"). */
final class AutopilotLists implements ContactLists {

    private final AutopilotRestClient client;
    private final AutopilotAccount account;
    private final String endpoint;
    private final ApiKey key;

    AutopilotLists(AutopilotRestClient client, AutopilotAccount account, String endpoint, ApiKey key) {
        this.client = client;
        this.account = account;
        this.endpoint = endpoint;
        this.key = key;
    }

    /** They come in one answer ({@code autopilot-api.md}, "Endpoints": no paging). */
    @Override
    public Map<String, String> titles() {
        Reply reply = account.send(AutopilotOperation.FIND_LIST, () -> client.lists(endpoint, key.reveal()))
                .reply();
        if (!(reply instanceof Reply.Accepted accepted)
                || !accepted.body().path("lists").isArray()) {
            throw new DestinationException.Unavailable("Autopilot does not tell its lists");
        }
        Map<String, String> titles = new LinkedHashMap<>();
        accepted.body()
                .path("lists")
                .forEach(list -> titles.put(
                        list.path("list_id").asText(), list.path("title").asText()));
        return titles;
    }

    /** 409 when there is one of this name, also in another case. */
    @Override
    public Optional<String> create(String title) {
        String body = JsonNodeFactory.instance.objectNode().put("name", title).toString();
        Reply reply = account.send(
                        AutopilotOperation.CREATE_LIST, () -> client.createList(endpoint, key.reveal(), body))
                .reply();
        return reply instanceof Reply.Accepted created
                        && created.body().path("list_id").isTextual()
                ? Optional.of(created.body().path("list_id").asText())
                : Optional.empty();
    }

    @Override
    public MembershipAnswer join(String list, String contactId) {
        return membership(AutopilotOperation.JOIN, () -> client.join(endpoint, key.reveal(), list, contactId));
    }

    @Override
    public MembershipAnswer leave(String list, String contact) {
        return membership(AutopilotOperation.LEAVE, () -> client.leave(endpoint, key.reveal(), list, contact));
    }

    /** By {@code _autopilot_list}, of which sources disagree ({@code autopilot-api.md}, "Bulk"). */
    @Override
    public boolean mayRideAlong() {
        return true;
    }

    @Override
    public Optional<ListPage> page(String list, String bookmark) {
        Reply reply = account.send(
                        AutopilotOperation.READ_LIST,
                        () -> bookmark == null
                                ? client.listed(endpoint, key.reveal(), list)
                                : client.listed(endpoint, key.reveal(), list, bookmark))
                .reply();
        return switch (reply) {
            case Reply.Accepted accepted
            when accepted.body().path("contacts").isArray() -> Optional.of(page(accepted.body()));
            case Reply.Refused refused when refused.notFound() -> Optional.empty();
            case Reply other -> throw new DestinationException.Unavailable("Autopilot does not tell who is on a list");
        };
    }

    private static ListPage page(JsonNode body) {
        List<ListPage.Listed> contacts = new ArrayList<>();
        body.path("contacts")
                .forEach(contact -> contacts.add(new ListPage.Listed(
                        contact.path("contact_id").asText(),
                        contact.path(AutopilotField.EMAIL).asText(null))));
        return new ListPage(
                contacts,
                body.path("total_contacts").asLong(contacts.size()),
                body.path("bookmark").asText(null));
    }

    private MembershipAnswer membership(AutopilotOperation operation, Supplier<Response> request) {
        Requests.Sent sent = account.send(operation, request);
        return switch (sent.reply()) {
            case Reply.Accepted accepted ->
                accepted.body().path("not_modified").asBoolean() && !sent.repeated()
                        ? MembershipAnswer.ALREADY_SO
                        : MembershipAnswer.CHANGED;
            case Reply.Refused refused -> refused.notFound() ? MembershipAnswer.NOT_THERE : MembershipAnswer.REFUSED;
        };
    }
}
