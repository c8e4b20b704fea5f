package insights.export.testing;

import insights.common.address.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who opted out, as the neighbours know it. All tests share them, and many have an ann@example.com: of one world are those
 * whose ids begin alike.
 */
final class KnownOptOuts {

    private static final int WORLD = 8;

    private final NavigableMap<String, Neighbours.Profile> profiles;
    private final Set<String> people = ConcurrentHashMap.newKeySet();
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();

    /** What keys that were told stand for. */
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    KnownOptOuts(NavigableMap<String, Neighbours.Profile> profiles) {
        this.profiles = profiles;
    }

    /** Somebody opts out, for good. */
    void add(String id) {
        people.add(id);
        changed(id);
    }

    /** An opt-out holds for the addresses that the person has later, too. */
    void changed(String id) {
        Neighbours.Profile profile = profiles.get(id);
        if (profile != null && people.contains(id)) {
            addresses.addAll(addresses(id, profile));
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

    boolean isKeyOut(String key) {
        String address = keys.get(key);
        String world = address.substring(0, WORLD);
        return addresses.contains(address)
                || sameWorld(world).entrySet().stream()
                        .filter(other -> isOutItself(other.getKey(), other.getValue()))
                        .anyMatch(other ->
                                addresses(other.getKey(), other.getValue()).contains(address));
    }

    /** By its own doing, which sticks; or by that of another profile with the address. */
    boolean isOut(String id, Neighbours.Profile profile) {
        if (profile == null) {
            return people.contains(id);
        }
        List<String> own = addresses(id, profile);
        return isOutItself(id, profile)
                || own.stream().anyMatch(addresses::contains)
                || sameWorld(id).entrySet().stream()
                        .filter(other -> isOutItself(other.getKey(), other.getValue()))
                        .anyMatch(other -> addresses(other.getKey(), other.getValue()).stream()
                                .anyMatch(own::contains));
    }

    /**
     * As a member's line says it. Of an opt-out that comes while the stream is written the lines before know nothing: the one
     * of a twin says so only when the person itself comes earlier in the stream, or not at all.
     */
    boolean isToldAsOut(String id, Neighbours.Profile profile, List<String> asked) {
        List<String> own = addresses(id, profile);
        boolean comesLater = sameWorld(id).entrySet().stream()
                .filter(other -> other.getKey().compareTo(id) > 0)
                .filter(other -> other.getValue().segments().stream().anyMatch(asked::contains))
                .filter(other -> isOutItself(other.getKey(), other.getValue()))
                .anyMatch(other ->
                        addresses(other.getKey(), other.getValue()).stream().anyMatch(own::contains));
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

    private Map<String, Neighbours.Profile> sameWorld(String id) {
        String world = world(id);
        return world.length() < WORLD ? Map.of() : profiles.subMap(world, true, world + Character.MAX_VALUE, true);
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
