package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.answer.OrttoRefusal;
import insights.sandbox.ortto.field.Schema;
import insights.sandbox.ortto.settings.OrttoSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One merge at work: first everybody is looked at, then each is made or changed, in the order in which they were sent. */
final class Merging {

    private final People people;
    private final Schema schema;
    private final Writing writing;
    private final Predicate<String> suppressed;
    private final OrttoSettings settings;
    private final MergeRequest request;
    private final Predicate<String> refused;
    private final Finder finder;

    /**
     * @param suppressed whether an address is
     * @param refused whether a fault refuses an address
     */
    Merging(
            People people,
            Schema schema,
            Writing writing,
            Predicate<String> suppressed,
            OrttoSettings settings,
            MergeRequest request,
            Predicate<String> refused) {
        this.people = people;
        this.schema = schema;
        this.writing = writing;
        this.suppressed = suppressed;
        this.settings = settings;
        this.request = request;
        this.refused = refused;
        this.finder = new Finder(people, request, settings.quirks());
    }

    /**
     * An entry for each person, by position.
     *
     * @throws OrttoRefusal when nobody was valid, or the plan has no room
     */
    List<Entry> run() {
        List<Checked> checked = request.people().stream()
                .map(person -> Checked.of(person, request.isById(), schema, settings.quirks()))
                .toList();
        List<Entry> failures = checked.stream().map(this::failure).toList();
        refuse(failures);
        int room = room(checked, failures);
        List<Entry> entries = new ArrayList<>(checked.size());
        for (int i = 0; i < checked.size(); i++) {
            Entry failure = failures.get(i);
            Entry entry = failure == null ? merge(checked.get(i), room) : failure;
            room -= entry.status().equals("created") ? 1 : 0;
            entries.add(entry);
        }
        return entries;
    }

    /** What is answered to an asynchronous merge: nothing has been looked at yet. */
    List<Entry> queued() {
        return request.people().stream()
                .map(person -> Checked.of(person, request.isById(), schema, settings.quirks()))
                .map(checked -> checked.isInvalid() ? Optional.<Person>empty() : finder.find(checked.fields()))
                .map(found -> Entry.queued(found.map(Person::id).orElse(null)))
                .toList();
    }

    /** Why nothing can become of somebody; null when something can. */
    private Entry failure(Checked checked) {
        if (checked.isInvalid()) {
            return Entry.invalid(checked.error());
        }
        if (refused.test(checked.fields().path(Schema.EMAIL).asText(""))) {
            return Entry.invalid("failed to validate field " + Schema.EMAIL + ": it is refused");
        }
        boolean isSuppressed = !request.suppressionField().isEmpty()
                && suppressed.test(
                        checked.fields().path(request.suppressionField()).asText(""));
        if (!request.isById() && !isSuppressed) {
            return null;
        }
        boolean exists = finder.find(checked.fields()).isPresent();
        if (isSuppressed && !exists) {
            return Entry.suppressed();
        }
        boolean cannotBeMade = request.isById()
                && !(settings.quirks().unknownPersonIdCreates()
                        && (checked.fields().hasNonNull(Schema.EMAIL)
                                || checked.fields().hasNonNull(Schema.EXTERNAL_ID)));
        return cannotBeMade && !exists
                ? Entry.invalid("failed to find person "
                        + checked.fields().path(Schema.PERSON_ID).asText() + ": Object not found")
                : null;
    }

    private void refuse(List<Entry> failures) {
        List<Entry> bad = failures.stream().filter(failure -> failure != null).toList();
        boolean refusesAll = bad.size() == failures.size()
                || !bad.isEmpty() && settings.quirks().badPersonRefusesBatch();
        if (refusesAll) {
            ArrayNode details = Json.array();
            bad.forEach(entry -> details.add(entry.toJson()));
            throw new OrttoRefusal(
                    400, "No valid contacts provided (" + bad.getFirst().error() + ")", details);
        }
    }

    /** How many people the plan still has room for. */
    private int room(List<Checked> checked, List<Entry> failures) {
        if (settings.maxContacts() == 0) {
            return Integer.MAX_VALUE;
        }
        int room = Math.max(0, settings.maxContacts() - people.size());
        if (!settings.quirks().overPlanInline() && !request.skipsNonExisting() && newcomers(checked, failures) > room) {
            throw new OrttoRefusal(507, "Contact limit of " + settings.maxContacts() + " reached");
        }
        return room;
    }

    private int newcomers(List<Checked> checked, List<Entry> failures) {
        Set<String> newcomers = new HashSet<>();
        for (int i = 0; i < checked.size(); i++) {
            if (failures.get(i) == null && finder.find(checked.get(i).fields()).isEmpty()) {
                ObjectNode fields = checked.get(i).fields();
                JsonNode key =
                        fields.hasNonNull(Schema.EMAIL) ? fields.get(Schema.EMAIL) : fields.get(Schema.EXTERNAL_ID);
                newcomers.add(People.identity(key.asText()));
            }
        }
        return newcomers.size();
    }

    private Entry merge(Checked checked, int room) {
        Optional<Person> found = finder.find(checked.fields());
        if (found.isPresent()) {
            return Entry.merged(writing.change(found.get(), checked, request.mergeStrategy(), settings.quirks()));
        }
        if (request.skipsNonExisting()) {
            return Entry.skipped();
        }
        if (room == 0) {
            return Entry.invalid("Contact limit of " + settings.maxContacts() + " reached");
        }
        return Entry.created(writing.make(checked));
    }
}
