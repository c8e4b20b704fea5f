package insights.platform.soak;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The customers as they were imported last, which is what must be at Autopilot. */
final class People {

    static final int MANY = 2_000;

    private static final String HEADER = "profileId,email,city,tier,silver,out\n";
    private static final int CHANGED_AT_ONCE = 200;

    private final Map<Integer, Person> imported = new TreeMap<>();
    private final Random random;

    People(Random random) {
        this.random = random;
    }

    /**
     * One of them.
     *
     * @param out opted out, which stays
     */
    private record Person(String city, boolean gold, boolean silver, boolean out) {

        String line(int id) {
            return "p-%d,p%d@example.com,%s,%s,%s,%s".formatted(id, id, city, gold ? "gold" : "none", silver, out);
        }
    }

    /** A file that is not imported yet. */
    final class File {

        private final Map<Integer, Person> people = new HashMap<>();

        String csv() {
            return people.entrySet().stream()
                    .map(person -> person.getValue().line(person.getKey()))
                    .collect(Collectors.joining("\n", HEADER, "\n"));
        }

        void isImported() {
            imported.putAll(people);
        }
    }

    /** Everybody, as at the beginning. */
    File everybody() {
        return file(IntStream.range(0, MANY).boxed().collect(Collectors.toSet()));
    }

    /** Some, changed. */
    File some() {
        return file(IntStream.range(0, CHANGED_AT_ONCE)
                .mapToObj(unused -> random.nextInt(MANY))
                .collect(Collectors.toSet()));
    }

    private File file(Set<Integer> ids) {
        File file = new File();
        for (int id : new TreeMap<>(ids.stream().collect(Collectors.toMap(each -> each, each -> each))).keySet()) {
            boolean wasOut = imported.containsKey(id) && imported.get(id).out();
            file.people.put(
                    id,
                    new Person(
                            "City" + random.nextInt(1_000),
                            random.nextBoolean(),
                            random.nextInt(4) == 0,
                            wasOut || random.nextInt(200) == 0));
        }
        return file;
    }

    /** The addresses that belong in the audience of a segment. */
    Set<String> audience(boolean gold) {
        Set<String> audience = new HashSet<>();
        imported.forEach((id, person) -> {
            if (!person.out() && (gold ? person.gold() : person.silver())) {
                audience.add("p%d@example.com".formatted(id));
            }
        });
        return audience;
    }

    /** The city at an address. */
    String city(String address) {
        return imported.get(Integer.valueOf(address.substring(1, address.indexOf('@'))))
                .city();
    }
}
