package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.ortto.field.Schema;
import insights.sandbox.ortto.tag.Tags;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** People by id, e-mail and external id, and how many have which tag. Not thread-safe. */
final class People {

    /** Accounts number their people far from each other: an id means one person, whatever account it is of. */
    private static final int NUMBERS_OF_AN_ACCOUNT = 32;

    private static final AtomicLong ACCOUNTS = new AtomicLong();

    private final Tags tags;
    private final NavigableMap<Long, Person> byNumber = new TreeMap<>();
    private final Map<String, long[]> byEmail = new HashMap<>();
    private final Map<String, long[]> byExternalId = new HashMap<>();
    private long lastNumber = ACCOUNTS.getAndIncrement() % (1 << 16) << NUMBERS_OF_AN_ACCOUNT;
    private int archived;
    private int subscribers;

    People(Tags tags) {
        this.tags = tags;
    }

    long nextNumber() {
        return ++lastNumber;
    }

    /** Those who are not archived. */
    int size() {
        return byNumber.size() - archived;
    }

    int archived() {
        return archived;
    }

    /** How many of those who are not archived may be sent e-mail. */
    int subscribers() {
        return subscribers;
    }

    Collection<Person> all() {
        return byNumber.values();
    }

    Collection<Person> latestFirst() {
        return byNumber.descendingMap().values();
    }

    /** Those who were made after somebody. */
    Collection<Person> after(long number) {
        return byNumber.tailMap(number, false).values();
    }

    Optional<Person> byNumber(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    Optional<Person> byId(String id) {
        return PersonId.number(id).stream()
                .mapToObj(byNumber::get)
                .filter(person -> person != null && person.id().equals(id))
                .findFirst();
    }

    /** Those who have a value in a field, the oldest first. For other fields than e-mail and external id all are looked at. */
    Stream<Person> with(String fieldId, JsonNode value) {
        return switch (fieldId) {
            case Schema.PERSON_ID -> byId(value.asText()).stream();
            case Schema.EMAIL -> numbered(byEmail.get(identity(value.asText())));
            case Schema.EXTERNAL_ID -> numbered(byExternalId.get(value.asText()));
            default ->
                all().stream().filter(person -> value.equals(person.fields().get(fieldId)));
        };
    }

    private Stream<Person> numbered(long[] numbers) {
        return numbers == null ? Stream.empty() : LongStream.of(numbers).mapToObj(byNumber::get);
    }

    void add(Person person, ObjectNode fields) {
        byNumber.put(person.number(), person);
        index(person, fields);
        count(person, fields, 1);
    }

    void replace(Person before, ObjectNode fieldsBefore, Person after, ObjectNode fieldsAfter) {
        unindex(before, fieldsBefore);
        count(before, fieldsBefore, -1);
        add(after, fieldsAfter);
    }

    void archive(Person person, boolean isArchived) {
        ObjectNode fields = person.fields();
        replace(person, fields, person.archived(isArchived), fields);
    }

    void remove(Person person) {
        ObjectNode fields = person.fields();
        byNumber.remove(person.number());
        unindex(person, fields);
        count(person, fields, -1);
    }

    void clear() {
        byNumber.clear();
        byEmail.clear();
        byExternalId.clear();
        archived = 0;
        subscribers = 0;
    }

    /** The same for all ways of writing one address, where upper and lower case do not matter. */
    static String identity(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    private void count(Person person, ObjectNode fields, int people) {
        boolean isSubscriber = Person.isSubscriber(fields);
        if (person.archived()) {
            archived += people;
        } else {
            subscribers += isSubscriber ? people : 0;
            tags.count(person.tags(), people, isSubscriber);
        }
    }

    private void index(Person person, ObjectNode fields) {
        put(byEmail, identity(fields.path(Schema.EMAIL).asText("")), person.number());
        put(byExternalId, fields.path(Schema.EXTERNAL_ID).asText(""), person.number());
    }

    private void unindex(Person person, ObjectNode fields) {
        take(byEmail, identity(fields.path(Schema.EMAIL).asText("")), person.number());
        take(byExternalId, fields.path(Schema.EXTERNAL_ID).asText(""), person.number());
    }

    private static void put(Map<String, long[]> index, String key, long number) {
        if (!key.isEmpty()) {
            index.merge(key, new long[] {number}, (some, more) -> LongStream.concat(
                            LongStream.of(some), LongStream.of(more))
                    .sorted()
                    .toArray());
        }
    }

    private static void take(Map<String, long[]> index, String key, long number) {
        index.computeIfPresent(key, (same, numbers) -> {
            long[] rest =
                    LongStream.of(numbers).filter(other -> other != number).toArray();
            return rest.length == 0 ? null : rest;
        });
    }
}
