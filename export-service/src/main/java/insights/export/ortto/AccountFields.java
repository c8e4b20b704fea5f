package insights.export.ortto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import insights.export.destination.DestinationException;
import insights.export.line.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The custom fields of one account, by the list that it gives of them: ids are never made up here ({@code ortto-api.md}, "Field
 * ids").
 */
final class AccountFields {

    private static final String NOTHING = "{}";

    /** {@code ortto-api.md}, "Field ids". */
    private static final int MOST = 100;

    private final OrttoAccount account;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final ReentrantLock asking = new ReentrantLock();

    AccountFields(OrttoAccount account) {
        this.account = account;
    }

    /** @param id by which Ortto knows it. @param type empty for one that is not known here */
    private record There(String id, String name, String type) {}

    /** The id of a field; that of a custom one must have been made sure of. */
    String id(String target) {
        return ids.getOrDefault(target, target);
    }

    /** Makes sure of those that are custom: first that all can be had, then that all are there. */
    void ensure(Collection<String> targets) {
        asking.lock();
        try {
            makeSure(targets);
        } finally {
            asking.unlock();
        }
    }

    private void makeSure(Collection<String> targets) {
        List<OrttoField.Custom> wanted = targets.stream()
                .distinct()
                .filter(target -> !ids.containsKey(target))
                .flatMap(target -> OrttoField.of(target).stream())
                .filter(OrttoField.Custom.class::isInstance)
                .map(OrttoField.Custom.class::cast)
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        List<There> there = list();
        List<OrttoField.Custom> missing = new ArrayList<>();
        for (OrttoField.Custom field : wanted) {
            find(there, field).ifPresentOrElse(id -> ids.put(field.target(), id), () -> missing.add(field));
        }
        missing.stream().filter(field -> !field.creates()).findFirst().ifPresent(field -> {
            throw new DestinationException.FieldUnavailable(field.isMissing());
        });
        missing.forEach(field -> ids.put(field.target(), create(field)));
    }

    /** @throws DestinationException.FieldUnavailable when one of the name holds something else */
    private static Optional<String> find(List<There> all, OrttoField.Custom wanted) {
        Optional<There> found = all.stream()
                .filter(field -> OrttoField.Custom.identity(field.name()).equals(wanted.identity()))
                .findFirst();
        found.flatMap(field -> wanted.obstacle(field.name(), field.type())).ifPresent(obstacle -> {
            throw new DestinationException.FieldUnavailable(obstacle);
        });
        return found.map(There::id);
    }

    private List<There> list() {
        Reply reply = account.post(OrttoOperation.LIST_FIELDS, NOTHING).reply();
        if (!(reply instanceof Reply.Accepted accepted) || !accepted.body().has("fields")) {
            throw new DestinationException.Unavailable("Ortto does not tell its fields");
        }
        List<There> fields = new ArrayList<>();
        for (JsonNode one : accepted.body().path("fields")) {
            JsonNode field = one.path("field");
            fields.add(new There(
                    field.path("id").asText(),
                    field.path("name").asText(),
                    field.path("display_type").asText().toLowerCase(Locale.ROOT)));
        }
        return fields;
    }

    /** Somebody else may have made it in between, or this request before it was repeated. */
    private String create(OrttoField.Custom field) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("type", field.shape().type())
                .put("name", field.name())
                .toString();
        JsonNode answer;
        try {
            Reply reply = account.post(OrttoOperation.CREATE_FIELD, body).reply();
            if (reply instanceof Reply.Accepted made
                    && made.body().path("field_id").isTextual()) {
                return made.body().path("field_id").asText();
            }
            answer = reply.body();
        } catch (DestinationException.Unavailable e) {
            return find(list(), field).orElseThrow(() -> e);
        }
        List<There> there = list();
        return find(there, field).orElseThrow(() -> notCreated(field, there, answer));
    }

    private static DestinationException notCreated(OrttoField.Custom field, List<There> there, JsonNode answer) {
        String why = there.stream()
                .filter(one -> kebab(one.name()).equals(kebab(field.name())))
                .findFirst()
                .map(one -> "the name is too much like that of its field %s: match %s:%1$s, or give yours another name"
                        .formatted(one.name(), one.type()))
                .orElseGet(() -> there.size() >= MOST
                        ? "it has %d, as many as an account can have".formatted(there.size())
                        : "it says \"%s\""
                                .formatted(answer.path("error").asText("").strip()));
        return new DestinationException.FieldUnavailable(
                "Ortto does not create the field %s: %s.".formatted(field.name(), why));
    }

    /** What Ortto makes the id of: two that are alike in that cannot both be ({@code ortto-api.md}, "Field ids"). */
    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", "-");
    }
}
