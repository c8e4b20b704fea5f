package insights.export.testing;

import insights.common.address.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who opted out, as the neighbours know it. All tests share them, and many have an ann@example.com: of one world are those
 * whose ids begin alike.
 */
final class KnownOptOuts {

    private static final int WORLD = 8;

    private final Map<String, Neighbours.Profile> profiles;
    private final Set<String> people = ConcurrentHashMap.newKeySet();
    private final Set<String> erased = ConcurrentHashMap.newKeySet();
    /** Who may be out themselves: few, so that not everybody has to be looked at for each. */
    private final NavigableSet<String> candidates = new ConcurrentSkipListSet<>();

    private final Set<String> addresses = ConcurrentHashMap.newKeySet();

    /** What keys that were told stand for. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    KnownOptOuts(Map<String, Neighbours.Profile> profiles) {
        this.profiles = profiles;
    }

    /** Somebody opts out, for good. */
    void add(String id) {
        people.add(id);
        candidates.add(id);
        changed(id);
    }

    void addErased(String id) {
        erased.add(id);
        add(id);
    }

    /** As segment-service answers who is out. */
    Map<String, Object> answer(List<String> ids, List<String> optOutKeys) {
        List<String> keysOut = optOutKeys.stream().filter(this::isKeyOut).toList();
        return Map.of(
                "optedOut",
                ids.stream().filter(id -> isOut(id, profiles.get(id))).toList(),
                "optOutKeys",
                keysOut,
                "people",
                keysOut.stream().distinct().collect(Collectors.toMap(key -> key, this::people)),
                "erased",
                ids.stream().filter(erased::contains).toList());
    }

    /** An opt-out holds for the addresses that the person has later, too. */
    void changed(String id) {
        Neighbours.Profile profile = profiles.get(id);
        if (profile != null && people.contains(id)) {
            addresses.addAll(addresses(id, profile));
        }
        if (profile != null && isOutItself(id, profile)) {
            candidates.add(id);
        }
    }

    /** The key of the address in a field, if there is one; the same for one address of one world. */
    Optional<String> key(String id, Neighbours.Profile profile, String field) {
        return Optional.ofNullable(field)
                .flatMap(name -> addresses(id, profile, name).findFirst())
                .map(address -> {
                    String key = hash(address);
                    keys.put(key, address);
                    return key;
                });
    }

    private boolean isKeyOut(String key) {
        String address = keys.get(key);
        return addresses.contains(address)
                || outOfSameWorld(address).anyMatch(other -> other.addresses().contains(address));
    }

    /** Who opted out by their own doing and have the address of a key now. */
    private List<String> people(String key) {
        String address = keys.get(key);
        return outOfSameWorld(address)
                .filter(other -> other.addresses().contains(address))
                .map(Out::id)
                .toList();
    }

    /** By its own doing, which sticks; or by that of another profile with the address. */
    boolean isOut(String id, Neighbours.Profile profile) {
        if (profile == null) {
            return people.contains(id);
        }
        List<String> own = addresses(id, profile);
        return isOutItself(id, profile)
                || own.stream().anyMatch(addresses::contains)
                || outOfSameWorld(id)
                        .anyMatch(other -> other.addresses().stream().anyMatch(own::contains));
    }

    /**
     * As a member's line says it. Of an opt-out that comes while the stream is written the lines before know nothing: the one
     * of a twin says so only when the person itself comes earlier in the stream, or not at all.
     */
    boolean isToldAsOut(String id, Neighbours.Profile profile, List<String> asked) {
        List<String> own = addresses(id, profile);
        boolean comesLater = outOfSameWorld(id)
                .filter(other -> other.id().compareTo(id) > 0)
                .filter(other -> other.profile().segments().stream().anyMatch(asked::contains))
                .anyMatch(other -> other.addresses().stream().anyMatch(own::contains));
        return isOutItself(id, profile) || !comesLater && isOut(id, profile);
    }

    private boolean isOutItself(String id, Neighbours.Profile profile) {
        return people.contains(id) || Boolean.TRUE.equals(profile.attributes().get("opted_out"));
    }

    private static List<String> addresses(String id, Neighbours.Profile profile) {
        return Stream.of("email", "other_email")
                .flatMap(field -> addresses(id, profile, field))
                .toList();
    }

    private static Stream<String> addresses(String id, Neighbours.Profile profile, String field) {
        return profile.attributes().get(field) instanceof String text
                ? EmailAddress.parse(text).stream().map(address -> world(id) + " " + address.canonical())
                : Stream.empty();
    }

    private static String world(String id) {
        return id.substring(0, Math.min(id.length(), WORLD));
    }

    private record Out(String id, Neighbours.Profile profile) {

        List<String> addresses() {
            return KnownOptOuts.addresses(id, profile);
        }
    }

    /** Those of the same world who are out by their own doing. */
    private Stream<Out> outOfSameWorld(String id) {
        String world = world(id);
        return world.length() < WORLD
                ? Stream.empty()
                : candidates.subSet(world, true, world + Character.MAX_VALUE, true).stream()
                        .map(candidate -> new Out(candidate, profiles.get(candidate)))
                        .filter(other -> other.profile() != null && isOutItself(other.id(), other.profile()));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
