package insights.sandbox.ortto.tag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.json.Json;
import insights.sandbox.ortto.answer.OrttoRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The tags of one account, which people have. Not thread-safe. */
public final class Tags {

    private static final String NOBODY = "0".repeat(24);

    private final Clock clock;
    private final List<Tag> all = new ArrayList<>();
    private final Map<String, Tag> byName = new HashMap<>();

    public Tags(Clock clock) {
        this.clock = clock;
    }

    private static final class Tag {

        private final int id;
        private final String name;
        private final Instant createdAt;
        private Instant lastUsed;
        private int people;
        private int subscribers;

        Tag(int id, String name, Instant createdAt) {
            this.id = id;
            this.name = name;
            this.createdAt = createdAt;
            this.lastUsed = createdAt;
        }
    }

    /** The id of the tag of that name, which comes into being when there is none. */
    public int use(String name) {
        Tag tag = byName.computeIfAbsent(name, unknown -> {
            Tag made = new Tag(all.size() + 1, unknown, clock.instant());
            all.add(made);
            return made;
        });
        tag.lastUsed = clock.instant();
        return tag.id;
    }

    public OptionalInt find(String name) {
        Tag tag = byName.get(name);
        return tag == null ? OptionalInt.empty() : OptionalInt.of(tag.id);
    }

    public String name(int id) {
        return all.get(id - 1).name;
    }

    /** Somebody has these tags from now on, or has them no more. */
    public void count(int[] ids, int people, boolean isSubscriber) {
        for (int id : ids) {
            Tag tag = all.get(id - 1);
            tag.people += people;
            tag.subscribers += isSubscriber ? people : 0;
        }
    }

    public int size() {
        return all.size();
    }

    /** How many times people have a tag. */
    public int uses() {
        return all.stream().mapToInt(tag -> tag.people).sum();
    }

    /**
     * Those whose names contain a text, as the API shows them: {@code subscribers} is left out when there are none
     * (recorded by phpdevkits/ortto-sdk).
     */
    public List<ObjectNode> search(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(tag -> tag.name.toLowerCase(Locale.ROOT).contains(wanted))
                .map(Tags::toJson)
                .toList();
    }

    public void clear() {
        all.clear();
        byName.clear();
    }

    private static ObjectNode toJson(Tag tag) {
        ObjectNode json = Json.object()
                .put("id", tag.id)
                .put("instance_id", OrttoRefusal.INSTANCE)
                .put("name", tag.name)
                .put("created_by_id", NOBODY)
                .put("created_by_name", "")
                .put("created_by_email", "")
                .put("created_at", tag.createdAt.toString())
                .put("last_used", tag.lastUsed.toString())
                .put("source", "api")
                .put("count", tag.people);
        if (tag.subscribers > 0) {
            json.put("subscribers", tag.subscribers);
        }
        return json.put("type", "");
    }
}
