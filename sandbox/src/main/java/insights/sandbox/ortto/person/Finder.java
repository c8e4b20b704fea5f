package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.ortto.field.Schema;
import insights.sandbox.ortto.settings.OrttoQuirks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a merge is about: the strategies of help.ortto.com a-257. Archived people are found as well. */
final class Finder {

    private final People people;
    private final MergeRequest request;
    private final OrttoQuirks quirks;

    Finder(People people, MergeRequest request, OrttoQuirks quirks) {
        this.people = people;
        this.request = request;
        this.quirks = quirks;
    }

    /** @param fields what was sent of the person */
    Optional<Person> find(ObjectNode fields) {
        List<String> keys =
                request.mergeBy().stream().filter(key -> hasValue(fields, key)).toList();
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        return switch (request.findStrategy()) {
            case MergeRequest.ALL ->
                with(keys.getFirst(), fields)
                        .filter(person -> keys.stream().allMatch(key -> matches(person.fields(), key, fields)))
                        .findFirst();
            case MergeRequest.NEXT_IF_EMPTY -> nextIfEmpty(keys, fields);
            default -> keys.stream().flatMap(key -> with(key, fields)).findFirst();
        };
    }

    /** A later key finds only those who have no value for the ones before it. */
    private Optional<Person> nextIfEmpty(List<String> keys, ObjectNode fields) {
        List<String> before = new ArrayList<>();
        for (String key : keys) {
            Optional<Person> found = with(key, fields)
                    .filter(person -> before.stream().noneMatch(earlier -> hasValue(person.fields(), earlier)))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            before.add(key);
        }
        return Optional.empty();
    }

    private Stream<Person> with(String key, ObjectNode fields) {
        JsonNode value = fields.get(key);
        List<String> places = new ArrayList<>(List.of(key));
        request.alternatives().path(key).forEach(alternative -> places.add(alternative.asText()));
        return places.stream()
                .flatMap(place -> people.with(place, value).filter(person -> matches(person.fields(), place, value)));
    }

    private boolean matches(ObjectNode theirs, String key, ObjectNode wanted) {
        return key.equals(Schema.PERSON_ID) || matches(theirs, key, wanted.get(key));
    }

    private boolean matches(ObjectNode theirs, String key, JsonNode wanted) {
        if (key.equals(Schema.PERSON_ID)) {
            return true;
        }
        return key.equals(Schema.EMAIL) && !quirks.emailsCaseSensitive()
                ? theirs.path(key).asText().equalsIgnoreCase(wanted.asText())
                : wanted.equals(theirs.get(key));
    }

    private static boolean hasValue(ObjectNode fields, String key) {
        return fields.hasNonNull(key) && !fields.path(key).asText("-").isEmpty();
    }
}
