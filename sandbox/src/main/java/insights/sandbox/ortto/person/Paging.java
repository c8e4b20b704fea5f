package insights.sandbox.ortto.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.answer.OrttoRefusal;
import insights.sandbox.ortto.field.Schema;
import insights.sandbox.ortto.filter.Filter;
import insights.sandbox.ortto.filter.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads people by pages (help.ortto.com a-258; recordings of phpdevkits/ortto-sdk). A cursor is a list of the people who
 * were found when it came into being; whoever comes later is not among them.
 */
final class Paging {

    private static final int USUAL_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 500;

    /** A cursor of a million people is 8 MB. */
    private static final int MOST_CURSORS = 10;

    private static final String NO_CURSOR = "0".repeat(PersonId.LENGTH);

    private final People people;
    private final Look look;
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private long lastCursor;

    Paging(People people, Look look) {
        this.people = people;
        this.look = look;
    }

    /** @param found numbers of people, in their order */
    private record Cursor(long[] found, boolean narrowed, int next) {}

    /**
     * @param totalOrganizations what the number of organizations is called
     * @param now epoch seconds
     */
    ObjectNode page(ObjectNode request, String totalOrganizations, long now) {
        String known = request.path("cursor_id").asText("");
        Cursor cursor = known.isEmpty() ? find(request) : cursor(known);
        int asked = request.path("limit").asInt(USUAL_LIMIT);
        // Documented: too high a limit is not refused and not cut, but the usual one.
        int limit = asked < 1 || asked > HIGHEST_LIMIT ? USUAL_LIMIT : asked;
        int offset = request.hasNonNull("offset")
                ? Math.max(0, request.path("offset").asInt())
                : cursor.next();
        int end = (int) Math.min(cursor.found().length, (long) offset + limit);
        ArrayNode contacts = contacts(cursor, offset, end, fields(request.path("fields")));
        boolean isBeyond = offset > 0 && offset >= cursor.found().length;
        boolean hasMore = end < cursor.found().length;
        String id = isBeyond ? NO_CURSOR : keep(known, cursor, end, hasMore, now);
        ObjectNode json = Json.object();
        json.set("contacts", contacts.isEmpty() ? Json.nothing() : contacts);
        json.putObject("meta")
                .put("total_contacts", isBeyond ? 0 : total(request))
                .put(totalOrganizations, 0)
                .put("total_matches", isBeyond ? 0 : cursor.found().length)
                .put(
                        "total_subscribers",
                        isBeyond || cursor.narrowed() || isArchived(request) ? 0 : people.subscribers());
        return json.put("offset", isBeyond ? 0 : offset)
                .put("next_offset", isBeyond ? 0 : end)
                .put("cursor_id", id)
                .put("has_more", hasMore);
    }

    void clear() {
        cursors.clear();
    }

    static List<String> fields(JsonNode ids) {
        List<String> fields = new ArrayList<>();
        ids.forEach(id -> fields.add(id.asText()));
        return fields;
    }

    private int total(ObjectNode request) {
        return isArchived(request) ? people.archived() : people.size();
    }

    private static boolean isArchived(ObjectNode request) {
        return request.path("type").asText("").equals("archived");
    }

    private ArrayNode contacts(Cursor cursor, int from, int to, List<String> fields) {
        ArrayNode contacts = Json.array();
        for (int i = from; i < to; i++) {
            people.byNumber(cursor.found()[i]).ifPresent(person -> contacts.add(look.of(person, fields)));
        }
        return contacts;
    }

    private Cursor find(ObjectNode request) {
        boolean archived = isArchived(request);
        JsonNode filter = request.path("filter");
        String text = request.path("q").asText("").toLowerCase(Locale.ROOT);
        boolean narrowed = !text.isEmpty() || filter.isObject() && !filter.isEmpty();
        if (archived && narrowed) {
            throw OrttoRefusal.badRequest("Archived contacts cannot be filtered");
        }
        Predicate<Subject> fits = Filter.of(filter);
        List<Person> found = new ArrayList<>();
        for (Person person : people.latestFirst()) {
            if (person.archived() == archived && (!narrowed || fits.test(look.subject(person)) && says(person, text))) {
                found.add(person);
            }
        }
        sort(found, request);
        return new Cursor(found.stream().mapToLong(Person::number).toArray(), narrowed, 0);
    }

    private void sort(List<Person> found, ObjectNode request) {
        String field = request.path("sort_by_field_id").asText("");
        if (!field.isEmpty()) {
            boolean ascending = request.path("sort_order").asText("desc").equals("asc");
            Map<Long, JsonNode> values = new LinkedHashMap<>();
            found.forEach(
                    person -> values.put(person.number(), look.subject(person).value(field)));
            Comparator<JsonNode> order = ascending ? Paging::compare : (one, other) -> compare(other, one);
            found.sort(Comparator.comparing(person -> values.get(person.number()), Comparator.nullsLast(order)));
        }
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? Long.compare(one.asLong(), other.asLong())
                : one.path("name")
                        .asText(one.asText())
                        .compareTo(other.path("name").asText(other.asText()));
    }

    private static boolean says(Person person, String text) {
        ObjectNode fields = person.fields();
        return text.isEmpty()
                || Arrays.stream(new String[] {Schema.EMAIL, Schema.FIRST_NAME, Schema.LAST_NAME})
                        .anyMatch(id -> fields.path(id)
                                .asText("")
                                .toLowerCase(Locale.ROOT)
                                .contains(text));
    }

    private Cursor cursor(String id) {
        PersonId.check(id);
        Cursor cursor = cursors.get(id);
        if (cursor == null) {
            throw OrttoRefusal.unreadable("cursor " + id + ": Object not found");
        }
        return cursor;
    }

    /** Only what leads somewhere is kept. */
    private String keep(String known, Cursor cursor, int next, boolean hasMore, long now) {
        String id = known.isEmpty() ? "00%08x%014x".formatted(now, ++lastCursor) : known;
        if (hasMore) {
            cursors.put(id, new Cursor(cursor.found(), cursor.narrowed(), next));
        }
        while (cursors.size() > MOST_CURSORS) {
            cursors.remove(cursors.keySet().iterator().next());
        }
        return id;
    }
}
