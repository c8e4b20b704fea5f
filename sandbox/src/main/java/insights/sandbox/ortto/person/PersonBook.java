package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.answer.OrttoRefusal;
import insights.sandbox.ortto.field.Schema;
import insights.sandbox.ortto.settings.OrttoSettings;
import insights.sandbox.ortto.tag.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The people of one account at Ortto, with its fields and tags, in memory. Each operation happens as a whole or not at
 * all, whatever others do meanwhile; and what was promised for later is done before anybody looks.
 */
public final class PersonBook {

    /** help.ortto.com a-258. */
    private static final int MOST_FIELDS = 150;

    private static final int PIECE = 100;

    private final Clock clock;
    private final Schema schema = new Schema();
    private final Tags tags;
    private final People people;
    private final Look look;
    private final Writing writing;
    private final Paging paging;
    private final Later later;
    private final Set<String> suppressed = new HashSet<>();

    public PersonBook(Clock clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.tags = new Tags(clock);
        this.people = new People(tags);
        this.look = new Look(tags);
        this.writing = new Writing(people, tags, clock);
        this.paging = new Paging(people, look);
        this.later = new Later(nanoTime);
    }

    /**
     * @param refused whether a fault refuses an address
     * @return what became of each, by position
     * @throws OrttoRefusal when nobody was valid, or the plan has no room
     */
    public synchronized ObjectNode merge(ObjectNode body, OrttoSettings settings, Predicate<String> refused) {
        later.keep();
        MergeRequest request = MergeRequest.of(body, settings.mergeBy(), schema);
        Merging merging = new Merging(
                people,
                schema,
                writing,
                email -> suppressed.contains(People.identity(email)),
                settings,
                request,
                refused);
        ObjectNode json = Json.object();
        ArrayNode entries = json.putArray("people");
        (request.async() ? queue(merging, settings) : merging.run()).forEach(entry -> entries.add(entry.toJson()));
        return json;
    }

    /** Whoever is invalid when their time has come is never heard of again. */
    private List<Entry> queue(Merging merging, OrttoSettings settings) {
        later.promise(
                () -> {
                    try {
                        merging.run();
                    } catch (OrttoRefusal unheard) {
                        // The answer has long been given.
                    }
                },
                Duration.ofMillis(settings.laterMillis()));
        return merging.queued();
    }

    /** @throws OrttoRefusal when the filter or the cursor is none */
    public synchronized ObjectNode page(ObjectNode request, OrttoSettings settings) {
        later.keep();
        String organizations = settings.quirks().totalAccounts() ? "total_accounts" : "total_organizations";
        return paging.page(request, organizations, clock.instant().getEpochSecond());
    }

    /** Those whom the ids are of, by id: a map, as it was recorded, and not a list. */
    public synchronized ObjectNode byIds(ObjectNode request) {
        later.keep();
        List<String> fields = Paging.fields(request.path("fields"));
        if (fields.size() > MOST_FIELDS) {
            throw OrttoRefusal.badRequest("Too many fields requested, the maximum is " + MOST_FIELDS);
        }
        ObjectNode json = Json.object();
        ObjectNode contacts = json.putObject("contacts");
        for (JsonNode id : request.path("contact_ids")) {
            PersonId.check(id.asText());
            people.byId(id.asText()).ifPresent(person -> contacts.set(person.id(), look.of(person, fields)));
        }
        return json;
    }

    public synchronized ObjectNode subscriptions(ObjectNode request) {
        later.keep();
        ObjectNode json = Json.object();
        ArrayNode found = json.putArray("people");
        request.path("people").forEach(key -> found.add(Subscriptions.of(people, key)));
        return json;
    }

    public synchronized ObjectNode remove(Removal removal, ObjectNode request, OrttoSettings settings) {
        later.keep();
        List<Person> chosen = new Selection(people, request).of(removal);
        boolean scheduled = settings.quirks().removalsScheduled();
        if (scheduled) {
            later.promise(
                    () -> chosen.forEach(person -> people.byId(person.id())
                            .filter(removal::isFor)
                            .ifPresent(still -> removal.happen(people, still))),
                    Duration.ofMillis(settings.laterMillis()));
        } else {
            chosen.forEach(person -> removal.happen(people, person));
        }
        return Json.object()
                .put("scheduled_contacts", scheduled ? chosen.size() : 0)
                .put(removal.counted(), scheduled ? 0 : chosen.size());
    }

    /** Does something with the fields, alone. */
    public synchronized <T> T fields(Function<Schema, T> work) {
        return work.apply(schema);
    }

    /** Tags whose names contain a text. */
    public synchronized List<ObjectNode> tags(String text) {
        later.keep();
        return tags.search(text);
    }

    /** An address is on the list of those who are not to be made, or no more. */
    public synchronized void suppress(String email, boolean isSuppressed) {
        if (isSuppressed) {
            suppressed.add(People.identity(email));
        } else {
            suppressed.remove(People.identity(email));
        }
    }

    /** Does at once what was promised for later. */
    public synchronized void settle() {
        later.keepAll();
    }

    public synchronized ObjectNode counts() {
        later.keep();
        return Json.object()
                .put("people", people.size())
                .put("archived", people.archived())
                .put("tags", tags.size())
                .put("memberships", tags.uses())
                .put("customFields", schema.custom().size())
                .put("promised", later.size());
    }

    /**
     * Some people, archived or not, the oldest first.
     *
     * @param after the id of the last of those before; null for the first
     */
    public synchronized List<ObjectNode> some(String after) {
        later.keep();
        long number = after == null ? 0 : PersonId.number(after).orElse(0);
        List<ObjectNode> some = new ArrayList<>(PIECE);
        // Not a stream: that would count all who come after first.
        for (Person person : people.after(number)) {
            if (some.size() == PIECE) {
                break;
            }
            some.add(look.whole(person));
        }
        return some;
    }

    public synchronized void clear() {
        people.clear();
        tags.clear();
        schema.clear();
        paging.clear();
        later.clear();
        suppressed.clear();
    }
}
