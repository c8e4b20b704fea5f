package insights.export.ortto;

import insights.export.destination.ContactChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One request for some of the changes, as few as it takes: who is found by id and who by address cannot be in one, and none is
 * larger than Ortto takes ({@code ortto-api.md}, "Merge").
 *
 * @param positions of its people among all changes
 */
record Merge(Key key, List<Integer> positions, String body) {

    /** 2 MB less what is around the people. */
    private static final int LARGEST = 1_999_000;

    /** What tells people apart in one request, and what becomes of those who are not there. */
    enum Key {
        /** They are created, but not those whom Ortto must not write to. */
        ADDRESS("str::email", false, ",\"suppression_list_field_id\":\"str::email\""),
        /** Nothing has to be taken off them. */
        ADDRESS_IF_THERE("str::email", true, ""),
        /** Their address is their own business. Who is not there is to be made by another request. */
        KNOWN("str::person_id", true, ""),
        /** Nothing has to be taken off them. */
        ID_IF_THERE("str::person_id", true, "");

        private final String end;
        private final boolean skips;

        Key(String field, boolean skips, String more) {
            this.skips = skips;
            this.end = "],\"merge_by\":[\"%s\"],\"merge_strategy\":2,\"find_strategy\":0,\"skip_non_existing\":%s%s}"
                    .formatted(field, skips, more);
        }

        /** Whether only such are meant who are there. */
        boolean skipsWhoIsNotThere() {
            return skips;
        }

        private static Key of(ContactChange change) {
            if (change.contactId() != null) {
                return change.contact() == null ? ID_IF_THERE : KNOWN;
            }
            boolean takesOff = change.set().isEmpty()
                    && !change.unset().isEmpty()
                    && change.contact().fields().isEmpty();
            return takesOff ? ADDRESS_IF_THERE : ADDRESS;
        }
    }

    /** @param ids the id of a field by its target */
    static List<Merge> of(List<ContactChange> changes, UnaryOperator<String> ids) {
        Map<Key, Pile> piles = new EnumMap<>(Key.class);
        List<Merge> merges = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Key key = Key.of(changes.get(i));
            String person = OrttoPerson.of(changes.get(i), ids).toString();
            Pile pile = piles.computeIfAbsent(key, Pile::new);
            int size = person.getBytes(StandardCharsets.UTF_8).length + 1;
            if (pile.size + size > LARGEST && !pile.people.isEmpty()) {
                merges.add(pile.merge());
                pile = new Pile(key);
                piles.put(key, pile);
            }
            pile.people.add(person);
            pile.positions.add(i);
            pile.size += size;
        }
        piles.values().forEach(pile -> merges.add(pile.merge()));
        return merges;
    }

    private static final class Pile {

        private final Key key;
        private final List<String> people = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private int size;

        Pile(Key key) {
            this.key = key;
        }

        Merge merge() {
            return new Merge(key, List.copyOf(positions), "{\"people\":[" + String.join(",", people) + key.end);
        }
    }
}
