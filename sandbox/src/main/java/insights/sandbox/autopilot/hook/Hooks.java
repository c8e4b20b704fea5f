package insights.sandbox.autopilot.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Refusal;
import insights.sandbox.autopilot.contact.Contact;
import insights.sandbox.autopilot.contact.ContactEvent;
import insights.sandbox.json.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The REST hooks of one account. Only this machine is ever called. */
public final class Hooks implements ContactEvent.Listener {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** The documentation's name for it; n8n registers the other. */
    private static final String UNSUBSCRIBES = "contact_unsubscribes";

    private static final Set<String> EVENTS = Stream.concat(
                    Arrays.stream(ContactEvent.values()).map(ContactEvent::toString), Stream.of(UNSUBSCRIBES))
            .collect(Collectors.toUnmodifiableSet());

    private final Clock clock;
    private final HookClient client;
    private final Duration pause;
    private final List<HookDelivery> deliveries = new CopyOnWriteArrayList<>();

    public Hooks(Clock clock, HookClient client, Duration pause) {
        this.clock = clock;
        this.client = client;
        this.pause = pause;
    }

    /** @throws Refusal when there is no such event, or the target is not a URL of this machine, or is taken */
    public synchronized Hook register(String event, String target) {
        if (!EVENTS.contains(event)) {
            throw Refusal.badRequest("Invalid event provided to register REST Hook.");
        }
        URI uri = loopback(target);
        if (all().stream().anyMatch(hook -> hook.target().equals(uri))) {
            throw Refusal.conflict("A REST Hook with this target_url already exists.");
        }
        String id = "hook_" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        Hook hook = new Hook(id, event, uri, clock.millis());
        deliveries.add(new HookDelivery(hook, client, pause, () -> remove(id)));
        return hook;
    }

    public List<Hook> all() {
        return deliveries.stream().map(HookDelivery::hook).toList();
    }

    /** @return whether there was such a hook */
    public synchronized boolean remove(String id) {
        return removeIf(hook -> hook.id().equals(id));
    }

    public synchronized void clear() {
        removeIf(hook -> true);
    }

    private boolean removeIf(Predicate<Hook> which) {
        List<HookDelivery> removed = deliveries.stream()
                .filter(delivery -> which.test(delivery.hook()))
                .toList();
        removed.forEach(HookDelivery::stop);
        return deliveries.removeAll(removed);
    }

    @Override
    public void happened(ContactEvent event, Contact contact, String where) {
        for (HookDelivery delivery : deliveries) {
            String name = delivery.hook().event();
            boolean isFor = name.equals(event.toString())
                    || name.equals(UNSUBSCRIBES) && event == ContactEvent.CONTACT_UNSUBSCRIBED;
            if (isFor) {
                delivery.add(Json.bytes(message(name, event, contact, where)));
            }
        }
    }

    /** The forms in the draft documentation, "REST Hook Events". */
    private static ObjectNode message(String name, ContactEvent event, Contact contact, String where) {
        ObjectNode message = Json.object().put("event", name);
        return switch (event) {
            case CONTACT_ADDED, CONTACT_UPDATED -> message.set("contact", contact.toJson(false));
            case CONTACT_UNSUBSCRIBED -> about(contact, message);
            case CONTACT_ADDED_TO_LIST, CONTACT_REMOVED_FROM_LIST ->
                about(contact, message).put("list_id", where);
            case CONTACT_ENTERED_SEGMENT, CONTACT_LEFT_SEGMENT ->
                about(contact, message).put("segment_id", where);
        };
    }

    private static ObjectNode about(Contact contact, ObjectNode message) {
        return message.put("contact_id", contact.contactId()).put("email", contact.email());
    }

    private static URI loopback(String target) {
        try {
            URI uri = URI.create(target);
            if (uri.getScheme() != null
                    && Set.of("http", "https").contains(uri.getScheme())
                    && uri.getHost() != null
                    && LOOPBACK.matcher(uri.getHost()).matches()) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // The same answer as for a URL of elsewhere.
        }
        throw Refusal.badRequest("Invalid target_url provided to register REST Hook.");
    }
}
