package insights.export.autopilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import insights.common.address.EmailAddress;
import insights.export.connection.ApiKey;
import insights.export.destination.BatchAnswer;
import insights.export.destination.ContactAnswer;
import insights.export.destination.ContactChange;
import insights.export.destination.ContactLists;
import insights.export.destination.DeleteAnswer;
import insights.export.destination.Destination;
import insights.export.destination.DestinationException;
import insights.export.destination.Flow;
import insights.export.line.Reply;
import insights.export.line.Requests;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One customer's Autopilot. */
final class AutopilotAccount implements Destination {

    private final AutopilotRestClient client;
    private final Requests requests;
    private final Answers answers;
    private final String endpoint;
    private final ApiKey key;

    AutopilotAccount(AutopilotRestClient client, Requests requests, Answers answers, String endpoint, ApiKey key) {
        this.client = client;
        this.requests = requests;
        this.answers = answers;
        this.endpoint = endpoint;
        this.key = key;
    }

    @Override
    public Flow flow() {
        return requests;
    }

    /** Alone a contact goes by another operation, which names it more clearly. */
    @Override
    public BatchAnswer change(List<ContactChange> contacts) {
        return contacts.size() == 1
                ? new BatchAnswer.Each(List.of(changeOne(contacts.getFirst())))
                : changeMany(contacts);
    }

    private ContactAnswer changeOne(ContactChange contact) {
        String body = "{\"contact\":" + AutopilotContact.of(contact) + "}";
        Reply reply = send(AutopilotOperation.UPSERT_ONE, () -> client.upsertOne(endpoint, key.reveal(), body))
                .reply();
        return switch (reply) {
            case Reply.Accepted accepted
            when accepted.body().path("contact_id").isTextual() ->
                new ContactAnswer.Accepted(accepted.body().path("contact_id").asText());
            case Reply.Accepted accepted -> new ContactAnswer.NotNamed();
            case Reply.Refused refused -> new ContactAnswer.Refused();
        };
    }

    private BatchAnswer changeMany(List<ContactChange> contacts) {
        ArrayNode bodies = JsonNodeFactory.instance.arrayNode(contacts.size());
        contacts.forEach(contact -> bodies.add(AutopilotContact.of(contact)));
        String body = "{\"contacts\":" + bodies + "}";
        Reply reply = send(AutopilotOperation.UPSERT, () -> client.upsert(endpoint, key.reveal(), body))
                .reply();
        return switch (reply) {
            case Reply.Accepted accepted -> {
                ContactIds ids = new ContactIds(accepted.body());
                yield new BatchAnswer.Each(contacts.stream()
                        .map(contact -> ids.of(contact.contact().email())
                                .<ContactAnswer>map(ContactAnswer.Accepted::new)
                                .orElseGet(ContactAnswer.NotNamed::new))
                        .toList());
            }
            case Reply.Refused refused -> new BatchAnswer.NoneOfThem();
        };
    }

    @Override
    public Optional<String> emailOf(String contactId) {
        return find(contactId).map(contact -> contact.path("Email").asText()).filter(email -> !email.isBlank());
    }

    @Override
    public Optional<String> idOf(EmailAddress address) {
        return find(address.sent()).map(contact -> contact.path("contact_id").asText());
    }

    private Optional<JsonNode> find(String idOrAddress) {
        Reply found = send(AutopilotOperation.FIND_CONTACT, () -> client.contact(endpoint, key.reveal(), idOrAddress))
                .reply();
        return switch (found) {
            case Reply.Accepted accepted when accepted.body().hasNonNull("contact_id") -> Optional.of(accepted.body());
            case Reply.Refused refused when refused.notFound() -> Optional.empty();
            case Reply reply -> throw new DestinationException.Unavailable("Autopilot does not tell a contact");
        };
    }

    @Override
    public DeleteAnswer delete(String contactId) {
        Reply reply = send(AutopilotOperation.DELETE_CONTACT, () -> client.delete(endpoint, key.reveal(), contactId))
                .reply();
        return switch (reply) {
            case Reply.Accepted accepted -> DeleteAnswer.DELETED;
            case Reply.Refused refused when refused.notFound() -> DeleteAnswer.NOT_THERE;
            case Reply.Refused refused -> DeleteAnswer.STILL_THERE;
        };
    }

    /** Some accounts want fields to be made there first, so one of a segment's name is used ({@code docs/decisions}, 10). */
    @Override
    public Set<String> foreignFlags() {
        return Set.of();
    }

    @Override
    public ContactLists lists() {
        return new AutopilotLists(client, this, endpoint, key);
    }

    Requests.Sent send(AutopilotOperation operation, Supplier<Response> request) {
        return requests.send(operation, () -> answers.read(operation, request.get()));
    }
}
