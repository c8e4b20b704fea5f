package insights.export.autopilot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import insights.export.connection.ApiKey;
import insights.export.destination.ContactLists;
import insights.export.destination.DestinationException;
import insights.export.destination.MembershipAnswer;
import insights.export.line.Reply;
import insights.export.line.Requests;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
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
    public MembershipAnswer leave(String list, String contactId) {
        return membership(AutopilotOperation.LEAVE, () -> client.leave(endpoint, key.reveal(), list, contactId));
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
