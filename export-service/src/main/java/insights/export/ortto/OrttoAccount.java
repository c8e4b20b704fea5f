package insights.export.ortto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One customer's Ortto. */
final class OrttoAccount implements Destination {

    private final OrttoRestClient client;
    private final Requests requests;
    private final OrttoAnswers answers;
    private final String endpoint;
    private final ApiKey key;
    private final AccountFields fields = new AccountFields(this);

    OrttoAccount(OrttoRestClient client, Requests requests, OrttoAnswers answers, String endpoint, ApiKey key) {
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

    @Override
    public void prepare(Collection<String> targets) {
        fields.ensure(targets);
    }

    @Override
    public BatchAnswer change(List<ContactChange> contacts) {
        fields.ensure(contacts.stream()
                .filter(change -> change.contact() != null)
                .flatMap(change -> change.contact().fields().keySet().stream())
                .toList());
        ContactAnswer[] all = new ContactAnswer[contacts.size()];
        for (Merge merge : Merge.of(contacts, fields::id)) {
            List<ContactChange> people =
                    merge.positions().stream().map(contacts::get).toList();
            Optional<List<ContactAnswer>> some =
                    MergeAnswer.of(post(OrttoOperation.MERGE, merge.body()).reply(), merge.key(), people.size());
            if (some.isEmpty() && people.size() > 1 && merge.key().skipsWhoIsNotThere()) {
                some = whoIsThere(people);
            }
            if (some.isEmpty() && people.size() > 1) {
                return new BatchAnswer.NoneOfThem();
            }
            for (int i = 0; i < people.size(); i++) {
                all[merge.positions().get(i)] = some.isEmpty()
                        ? new ContactAnswer.Refused()
                        : inOurTerms(some.get().get(i), people.get(i));
            }
        }
        return new BatchAnswer.Each(Arrays.asList(all));
    }

    /**
     * Where one who is gone spoils a request, to look for them by halves would take many bad requests. Empty when all are there,
     * or it is not told.
     */
    private Optional<List<ContactAnswer>> whoIsThere(List<ContactChange> people) {
        Set<String> ids = people.stream()
                .map(ContactChange::contactId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = ids.isEmpty() ? Set.of() : thereOf(ids);
        List<ContactAnswer> answers = people.stream()
                .map(person -> person.contactId() == null
                        ? idOf(person.contact().email()).isPresent()
                        : there.contains(person.contactId()))
                .<ContactAnswer>map(isThere -> isThere ? new ContactAnswer.NotDone() : new ContactAnswer.NotThere())
                .toList();
        return answers.stream().allMatch(ContactAnswer.NotDone.class::isInstance)
                ? Optional.empty()
                : Optional.of(answers);
    }

    /** All of them, when it is not told. */
    private Set<String> thereOf(Set<String> ids) {
        ObjectNode query = aboutTheAddress();
        ids.forEach(query.putArray("contact_ids")::add);
        return post(OrttoOperation.FIND_PERSON, query.toString()).reply() instanceof Reply.Accepted found
                        && found.body().path("contacts").isObject()
                ? ids.stream().filter(found.body().path("contacts")::has).collect(Collectors.toSet())
                : ids;
    }

    private ContactAnswer inOurTerms(ContactAnswer answer, ContactChange change) {
        return answer instanceof ContactAnswer.Refused(String id) && id != null && change.contact() != null
                ? new ContactAnswer.Refused(change.contact().fields().keySet().stream()
                        .filter(target -> fields.id(target).equals(id))
                        .findFirst()
                        .orElse(null))
                : answer;
    }

    @Override
    public Optional<String> emailOf(String contactId) {
        ObjectNode query = aboutTheAddress();
        query.putArray("contact_ids").add(contactId);
        Reply found = post(OrttoOperation.FIND_PERSON, query.toString()).reply();
        return switch (found) {
            case Reply.Accepted accepted
            when accepted.body().has("contacts") ->
                Optional.of(accepted.body()
                                .path("contacts")
                                .path(contactId)
                                .path("fields")
                                .path(OrttoField.EMAIL)
                                .asText(""))
                        .filter(email -> !email.isBlank());
            // What cannot be an id is nobody's.
            case Reply.Refused refused -> Optional.empty();
            case Reply.Accepted other -> throw untold();
        };
    }

    @Override
    public Optional<String> idOf(EmailAddress address) {
        ObjectNode query = aboutTheAddress().put("limit", 1);
        query.putObject("filter")
                .putObject("$str::is")
                .put("field_id", OrttoField.EMAIL)
                .put("value", address.sent());
        Reply found = send(OrttoOperation.FIND_PERSON, () -> client.people(endpoint, key.reveal(), query.toString()))
                .reply();
        if (!(found instanceof Reply.Accepted accepted) || !accepted.body().has("contacts")) {
            throw untold();
        }
        return Optional.of(accepted.body().path("contacts").path(0).path("id").asText(""))
                .filter(id -> !id.isEmpty());
    }

    private static ObjectNode aboutTheAddress() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putArray("fields").add(OrttoField.EMAIL);
        return query;
    }

    private static DestinationException untold() {
        return new DestinationException.Unavailable("Ortto does not tell a person");
    }

    /** Only who is archived can be deleted. Ortto may do either later, and then says how many it will. */
    @Override
    public DeleteAnswer delete(String contactId) {
        ObjectNode selection = JsonNodeFactory.instance.objectNode().put("all_rows_selected", false);
        selection.putArray("inclusion_ids").add(contactId);
        selection.putArray("exclusion_ids");
        Requests.Sent archived =
                send(OrttoOperation.ARCHIVE_PERSON, () -> client.archive(endpoint, key.reveal(), selection.toString()));
        Requests.Sent deleted =
                send(OrttoOperation.DELETE_PERSON, () -> client.delete(endpoint, key.reveal(), selection.toString()));
        if (!(archived.reply() instanceof Reply.Accepted first) || !(deleted.reply() instanceof Reply.Accepted last)) {
            return DeleteAnswer.STILL_THERE;
        }
        if (last.body().path("deleted_contacts").asInt() > 0) {
            return DeleteAnswer.DELETED;
        }
        boolean later = last.body().path("scheduled_contacts").asInt() > 0
                || first.body().path("scheduled_contacts").asInt() > 0;
        boolean there = first.body().path("archived_contacts").asInt() > 0 || archived.repeated();
        if (later || there && !deleted.repeated()) {
            return DeleteAnswer.STILL_THERE;
        }
        return there || deleted.repeated() ? DeleteAnswer.DELETED : DeleteAnswer.NOT_THERE;
    }

    /** A tag that is there says nothing of who gave it to whom. */
    @Override
    public Set<String> foreignFlags() {
        Reply reply = post(OrttoOperation.LIST_TAGS, "{}").reply();
        if (!(reply instanceof Reply.Accepted accepted)
                || !accepted.body().isArray() && !accepted.body().isNull()) {
            throw new DestinationException.Unavailable("Ortto does not tell its tags");
        }
        Set<String> names = new TreeSet<>();
        for (JsonNode tag : accepted.body()) {
            names.add(tag.path("name").asText());
        }
        return names;
    }

    @Override
    public ContactLists lists() {
        throw new UnsupportedOperationException("Ortto has no lists that people are put on");
    }

    Requests.Sent post(OrttoOperation operation, String body) {
        return send(operation, () -> switch (operation) {
            case MERGE -> client.merge(endpoint, key.reveal(), body);
            case FIND_PERSON -> client.byIds(endpoint, key.reveal(), body);
            case LIST_TAGS -> client.tags(endpoint, key.reveal(), body);
            case LIST_FIELDS -> client.fields(endpoint, key.reveal(), body);
            case CREATE_FIELD -> client.createField(endpoint, key.reveal(), body);
            default -> throw new IllegalArgumentException(operation + " is not one post");
        });
    }

    private Requests.Sent send(OrttoOperation operation, Supplier<Response> request) {
        return requests.send(operation, () -> answers.read(operation, request.get()));
    }
}
