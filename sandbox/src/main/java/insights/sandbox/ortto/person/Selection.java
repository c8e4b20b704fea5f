package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom a removal is about: those who are named, or all but those who are named. Ids of nobody do not matter. */
record Selection(People people, ObjectNode request) {

    /** @throws insights.sandbox.ortto.answer.OrttoRefusal when an id cannot be one */
    List<Person> of(Removal removal) {
        Set<String> excluded = new HashSet<>(ids("exclusion_ids"));
        Stream<Person> chosen = request.path("all_rows_selected").asBoolean()
                ? List.copyOf(people.all()).stream()
                : ids("inclusion_ids").stream().distinct().map(people::byId).flatMap(Optional::stream);
        return chosen.filter(removal::isFor)
                .filter(person -> !excluded.contains(person.id()))
                .toList();
    }

    private List<String> ids(String member) {
        List<String> ids = new ArrayList<>();
        for (JsonNode id : request.path(member)) {
            PersonId.check(id.asText());
            ids.add(id.asText());
        }
        return ids;
    }
}
