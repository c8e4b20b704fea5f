package insights.sandbox.autopilot.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Refusal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The smart segments of one account: the contacts with one value in one field. Autopilot's are made in its user
 * interface and only read over its API; these are made on the control plane.
 */
public final class SmartSegments {

    private final ContactIndex contacts;
    private final ContactEvent.Listener listener;
    private final Clock clock;
    private final Map<String, SmartSegment> segments = new LinkedHashMap<>();

    SmartSegments(ContactIndex contacts, ContactEvent.Listener listener, Clock clock) {
        this.contacts = contacts;
        this.listener = listener;
        this.clock = clock;
    }

    private record SmartSegment(String title, String field, String value, NavigableSet<UUID> members) {

        boolean fits(ObjectNode fields) {
            return fields.path(field).asText("").equals(value);
        }
    }

    /**
     * @param field a field's name, or a custom field's key
     * @return the new segment's id
     */
    public String create(String title, String field, String value) {
        synchronized (contacts) {
            String id = "contactlist_sseg" + (clock.millis() + segments.size());
            segments.put(id, new SmartSegment(title, field, value, new TreeSet<>(ContactIndex.ORDER)));
            contacts.all().forEach(contact -> sort(contact, contact.fields()));
            return id;
        }
    }

    /** Titles by id, in the order of their making. */
    public Map<String, String> titles() {
        synchronized (contacts) {
            Map<String, String> titles = new LinkedHashMap<>();
            segments.forEach((id, segment) -> titles.put(id, segment.title()));
            return titles;
        }
    }

    /**
     * @param bookmark that of the page before, or null
     * @throws Refusal without a message when there is no such segment
     */
    public Page page(String segmentId, String bookmark) {
        synchronized (contacts) {
            if (!segments.containsKey(segmentId)) {
                throw Refusal.notFoundWithoutMessage();
            }
            return contacts.page(segments.get(segmentId).members(), bookmark);
        }
    }

    /** Lets a contact enter and leave, as its fields are now. */
    void sort(Contact contact, ObjectNode fields) {
        segments.forEach((id, segment) -> {
            boolean fits = segment.fits(fields);
            if (fits && segment.members().add(contact.id())) {
                listener.happened(ContactEvent.CONTACT_ENTERED_SEGMENT, contact, id);
            } else if (!fits && segment.members().remove(contact.id())) {
                listener.happened(ContactEvent.CONTACT_LEFT_SEGMENT, contact, id);
            }
        });
    }

    void forget(Contact contact) {
        segments.values().forEach(segment -> segment.members().remove(contact.id()));
    }

    void clear() {
        segments.clear();
    }
}
