package insights.export.segment;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks segment-service who opted out by now, whether they are in a segment, or have a profile at all, or not. */
@ApplicationScoped
public class OptOutClient {

    private final MemberClient client;

    OptOutClient(MemberClient client) {
        this.client = client;
    }

    /**
     * A contact that somebody has at a destination.
     *
     * @param profileId who speaks for it
     * @param optOutKey that of its address; null when none was told
     */
    public record Contact(String profileId, String optOutKey) {}

    /** Those of whom segment-service says that they opted out, by their profile, or by its address, or were erased. */
    public record OptedOut(Set<String> profileIds, Set<String> optOutKeys) {

        public static final OptedOut NOBODY = new OptedOut(Set.of(), Set.of());

        public boolean isEmpty() {
            return profileIds.isEmpty() && optOutKeys.isEmpty();
        }

        /** Whether one is out by the person or by the address, which may be another one than the person has now. */
        public boolean contains(Contact contact) {
            return profileIds.contains(contact.profileId())
                    || contact.optOutKey() != null && optOutKeys.contains(contact.optOutKey());
        }
    }

    /**
     * Who of these is out.
     *
     * @param contacts at most 1,000
     */
    public OptedOut among(Collection<Contact> contacts) {
        if (contacts.isEmpty()) {
            return OptedOut.NOBODY;
        }
        JsonNode answer = ask(contacts);
        return new OptedOut(texts(answer.path("optedOut")), texts(answer.path("optOutKeys")));
    }

    /**
     * What is known of contacts whose addresses nobody seems to have.
     *
     * @param people ids of profiles that opted out and have, or had, the address of one; by its opt-out key
     * @param erased ids of profiles that were erased
     */
    public record Traces(Map<String, List<String>> people, Set<String> erased) {}

    /** @param contacts at most 1,000 */
    public Traces traces(Collection<Contact> contacts) {
        JsonNode answer = ask(contacts);
        Map<String, List<String>> people = new HashMap<>();
        answer.path("people").properties().forEach(key -> people.put(key.getKey(), List.copyOf(texts(key.getValue()))));
        Set<String> erased = new HashSet<>();
        answer.path("erased").forEach(id -> erased.add(id.asText()));
        return new Traces(people, erased);
    }

    private JsonNode ask(Collection<Contact> contacts) {
        Set<String> profiles = contacts.stream().map(Contact::profileId).collect(Collectors.toSet());
        Set<String> keys = contacts.stream()
                .map(Contact::optOutKey)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return client.ask("internal/profiles/opt-outs", Map.of("profileIds", profiles, "optOutKeys", keys));
    }

    private static Set<String> texts(JsonNode array) {
        if (!array.isArray()) {
            throw SegmentClient.unavailable();
        }
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
