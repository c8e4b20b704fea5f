package insights.export.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A small random customer base at the neighbours, which knows by the plainest means what an export of it should come to.
 * Addresses are few, so that people share them.
 */
public final class World {

    private static final int PEOPLE = 10;
    private static final int ADDRESSES = 8;

    private final Neighbours neighbours = Neighbours.get();
    private final Random random;
    private final String prefix = UUID.randomUUID().toString().substring(0, 8) + "-";
    private final Map<String, Person> people = new TreeMap<>();
    private final Set<String> optedOutPeople = new TreeSet<>();
    private final Set<String> optedOutAddresses = new TreeSet<>();
    private final Set<String> givenUp = new TreeSet<>();
    private final Set<String> givenUpSince = new TreeSet<>();
    private final Set<String> lost = new TreeSet<>();
    private int clock;

    public final List<UUID> segments = new ArrayList<>();

    /** One profile. */
    public record Person(String id, Instant updatedAt, String email, String name, List<UUID> in) {

        boolean hasAddress() {
            return email != null && email.contains("@");
        }

        private String address() {
            return email.replaceAll("[\u200b\u00a0]", "").toLowerCase(Locale.ROOT);
        }
    }

    public World(Random random) {
        this.random = random;
        Stream.of("Alpha", "Beta two", "Gamma-3").forEach(name -> segments.add(neighbours.segment(name)));
        for (int i = 0; i < PEOPLE; i++) {
            change(prefix + i);
        }
    }

    /**
     * Whatever was given up since this was asked the last time is from now on no address by which anybody is found: unless somebody has it who
     * opted out or is in one of these segments.
     *
     * @param of for each export
     */
    public void loseTrack(List<List<UUID>> of) {
        givenUpSince.stream()
                .filter(email -> people.values().stream()
                        .filter(person ->
                                person.hasAddress() && person.address().equals(email))
                        .noneMatch(person -> optedOutPeople.contains(person.id())
                                || of.stream().allMatch(segments -> person.in().stream()
                                        .anyMatch(segments::contains))))
                .forEach(lost::add);
        givenUpSince.clear();
    }

    /** Whether somebody gave it up and nobody had it then by whom it would have been found, whoever has it now. */
    public boolean isTrackLost(String email) {
        return lost.contains(email);
    }

    /** Some people change, come, go, or opt out. */
    public void change() {
        for (int i = random.nextInt(5); i >= 0; i--) {
            String id = prefix + random.nextInt(PEOPLE);
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    givesUp(people.remove(id), null);
                    neighbours.removeProfile(id);
                }
                case 2 -> optOut(id);
                case 3 -> swap(id, prefix + random.nextInt(PEOPLE));
                default -> change(id);
            }
        }
    }

    /** Everybody with an address gets another name: whoever is a contact must be sent again. */
    public void rename(String email) {
        List.copyOf(people.values()).stream()
                .filter(person -> person.hasAddress() && person.address().equals(email))
                .forEach(
                        person -> put(new Person(person.id(), now(), person.email(), "Renamed " + clock, person.in())));
    }

    /** Whether anybody has the address, whatever its case. */
    public boolean isAddressOfSomebody(String email) {
        return people.values().stream()
                .anyMatch(person -> person.hasAddress() && person.address().equals(email));
    }

    /** Whether somebody had the address, in lower case, who has another one now, or is there no more. */
    public boolean wasGivenUp(String email) {
        return givenUp.contains(email);
    }

    /** Any address of the customer base. */
    public String anyAddress() {
        return "a" + random.nextInt(ADDRESSES) + "@example.com";
    }

    /** All of them, whether anybody has them or not. */
    public Set<String> allAddresses() {
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < ADDRESSES; i++) {
            all.add("a" + i + "@example.com");
        }
        return all;
    }

    /** Any of the segments; at least one. */
    public List<UUID> someSegments() {
        List<UUID> some =
                segments.stream().filter(segment -> random.nextBoolean()).toList();
        return some.isEmpty() ? List.of(segments.get(random.nextInt(segments.size()))) : some;
    }

    /**
     * The reference: who an export of these segments should have made a contact, by address in lower case: all profiles of it,
     * unless one of them, wherever it is, has opted out.
     */
    public Map<String, List<Person>> desired(List<UUID> of) {
        Map<String, List<Person>> desired = new HashMap<>();
        people.values().stream()
                .filter(Person::hasAddress)
                .filter(person -> person.in().stream().anyMatch(of::contains))
                .filter(person ->
                        !optedOutPeople.contains(person.id()) && !optedOutAddresses.contains(person.address()))
                .forEach(person -> desired.computeIfAbsent(person.address(), address -> new ArrayList<>())
                        .add(person));
        return desired;
    }

    /** Whether the address opted out. */
    public boolean isOptedOut(String address) {
        return optedOutAddresses.contains(address);
    }

    /** Addresses that were ever told to be opted out, in lower case. */
    public Set<String> optedOutAddresses() {
        return Set.copyOf(optedOutAddresses);
    }

    /** Removes it from the neighbours, which all tests share. */
    public void end() {
        people.keySet().forEach(neighbours::removeProfile);
    }

    private void change(String id) {
        int kind = random.nextInt(12);
        String address = anyAddress();
        String email =
                switch (kind) {
                    case 0 -> null;
                    case 1 -> "nonsense";
                    case 2 -> address.toUpperCase(Locale.ROOT);
                    case 3 -> "\u200b" + address + "\u00a0";
                    default -> address;
                };
        List<UUID> in =
                segments.stream().filter(segment -> random.nextBoolean()).toList();
        put(new Person(id, now(), email, "Name " + random.nextInt(1_000), in));
    }

    /** Two people exchange their addresses. */
    private void swap(String one, String other) {
        Person a = people.get(one);
        Person b = people.get(other);
        if (a != null && b != null) {
            put(new Person(one, now(), b.email(), a.name(), a.in()));
            put(new Person(other, now(), a.email(), b.name(), b.in()));
        }
    }

    /** For good; who leaves all segments the same moment, or is removed later, has opted out all the same. */
    private void optOut(String id) {
        Person person = people.get(id);
        if (person != null) {
            optedOutPeople.add(id);
            neighbours.optOut(id);
            put(random.nextBoolean() ? person : new Person(id, now(), person.email(), person.name(), List.of()));
        }
    }

    private void put(Person person) {
        givesUp(people.put(person.id(), person), person);
        if (optedOutPeople.contains(person.id()) && person.hasAddress()) {
            optedOutAddresses.add(person.address());
        }
        Map<String, Object> attributes = new HashMap<>(
                Map.of("first_name", person.name(), "points", person.name().length()));
        if (person.email() != null) {
            attributes.put("email", person.email());
        }
        neighbours.profile(
                person.id(), person.updatedAt(), attributes, person.in().toArray(UUID[]::new));
    }

    private void givesUp(Person before, Person now) {
        if (before != null
                && before.hasAddress()
                && (now == null || !now.hasAddress() || !now.address().equals(before.address()))) {
            givenUp.add(before.address());
            givenUpSince.add(before.address());
        }
    }

    /** Now and then two changes fall on one moment. */
    private Instant now() {
        clock += random.nextInt(3);
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(clock);
    }
}
