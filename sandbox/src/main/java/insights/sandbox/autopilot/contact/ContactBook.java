package insights.sandbox.autopilot.contact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.sandbox.answer.Refusal;
import insights.sandbox.autopilot.settings.AccountSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The contacts of one account, with its lists, smart segments and custom fields, in memory. Each operation on any of
 * them happens as a whole or not at all, whatever others do meanwhile: all are guarded by the one index of contacts.
 */
public final class ContactBook {

    private final Clock clock;
    private final ContactEvent.Listener listener;
    private final ContactIndex contacts = new ContactIndex();
    private final ContactLists lists;
    private final SmartSegments segments;
    private final Set<CustomField> customFields = new LinkedHashSet<>();

    public ContactBook(Clock clock, ContactEvent.Listener listener) {
        this.clock = clock;
        this.listener = listener;
        this.lists = new ContactLists(contacts, listener);
        this.segments = new SmartSegments(contacts, listener, clock);
    }

    public ContactLists lists() {
        return lists;
    }

    public SmartSegments segments() {
        return segments;
    }

    /**
     * Adds a contact, or changes the one with its e-mail.
     *
     * @throws Refusal when the account's plan has no room for it, or its new e-mail is another contact's
     */
    public Contact upsert(ContactChange change, AccountSettings settings) {
        synchronized (contacts) {
            Optional<Contact> known = contacts.byEmail(change.email());
            if (known.isEmpty() && !hasRoomFor(1, settings)) {
                throw planLimit(settings);
            }
            Contact before = known.orElseGet(() -> Contact.empty(clock.millis()));
            ObjectNode fieldsBefore = before.fields();
            ObjectNode fields = change.applyTo(fieldsBefore, settings.quirks());
            Contact contact =
                    before.with(emailAfter(change, before), fields, known.isEmpty() ? Contact.NEVER : clock.millis());
            contacts.put(contact);
            change.fields().fieldNames().forEachRemaining(key -> CustomField.ofKey(key)
                    .ifPresent(customFields::add));
            if (change.notifiesHooks()) {
                listener.happened(
                        known.isEmpty() ? ContactEvent.CONTACT_ADDED : ContactEvent.CONTACT_UPDATED, contact, null);
            }
            if (isUnsubscribed(fields) && !isUnsubscribed(fieldsBefore)) {
                listener.happened(ContactEvent.CONTACT_UNSUBSCRIBED, contact, null);
            }
            segments.sort(contact, fields);
            return lists.join(change.list(), contact);
        }
    }

    /**
     * Adds or changes many.
     *
     * @return for each change the contact it made; empty where it was refused
     * @throws Refusal when the plan has not room for all of them and the account's quirk is to refuse all
     */
    public List<Optional<Contact>> upsertAll(List<ContactChange> changes, AccountSettings settings) {
        synchronized (contacts) {
            if (settings.quirks().overPlanRefusesBatch() && !hasRoomFor(newcomers(changes), settings)) {
                throw planLimit(settings);
            }
            List<Optional<Contact>> made = new ArrayList<>(changes.size());
            for (ContactChange change : changes) {
                try {
                    made.add(Optional.of(upsert(change.inBulk(settings.quirks()), settings)));
                } catch (Refusal refusal) {
                    made.add(Optional.empty());
                }
            }
            return made;
        }
    }

    /** @throws Refusal when there is no such contact */
    public Contact contact(String idOrEmail) {
        synchronized (contacts) {
            return contacts.get(idOrEmail);
        }
    }

    /** Takes the contact off everything it is on as well; hooks are not told (draft documentation). */
    public void delete(String idOrEmail) {
        synchronized (contacts) {
            Contact contact = contacts.get(idOrEmail);
            contacts.remove(contact);
            lists.forget(contact);
            segments.forget(contact);
        }
    }

    public void unsubscribe(String idOrEmail) {
        synchronized (contacts) {
            Contact contact = contacts.get(idOrEmail);
            ObjectNode fields = contact.fields();
            if (!isUnsubscribed(fields)) {
                fields.put(ContactChange.UNSUBSCRIBED, true);
                Contact unsubscribed = contact.with(contact.email(), fields, clock.millis());
                contacts.put(unsubscribed);
                listener.happened(ContactEvent.CONTACT_UNSUBSCRIBED, unsubscribed, null);
                segments.sort(unsubscribed, fields);
            }
        }
    }

    /** @param bookmark that of the page before, or null */
    public Page page(String bookmark) {
        synchronized (contacts) {
            return contacts.page(bookmark);
        }
    }

    public List<CustomField> customFields() {
        synchronized (contacts) {
            return List.copyOf(customFields);
        }
    }

    public int size() {
        synchronized (contacts) {
            return contacts.size();
        }
    }

    public void clear() {
        synchronized (contacts) {
            contacts.clear();
            lists.clear();
            segments.clear();
            customFields.clear();
        }
    }

    private String emailAfter(ContactChange change, Contact before) {
        if (change.newEmail() == null) {
            return before.email() == null ? change.email() : before.email();
        }
        if (contacts.byEmail(change.newEmail()).stream()
                .anyMatch(owner -> !owner.id().equals(before.id()))) {
            throw Refusal.conflict("A contact with this email already exists.");
        }
        return change.newEmail();
    }

    private static boolean isUnsubscribed(ObjectNode fields) {
        return fields.path(ContactChange.UNSUBSCRIBED).asBoolean();
    }

    /** How many contacts these changes would add. */
    private long newcomers(List<ContactChange> changes) {
        Stream<ContactChange> unknown = changes.stream()
                .filter(change -> contacts.byEmail(change.email()).isEmpty());
        return unknown.map(change -> change.email() == null ? change : EmailAddress.identity(change.email()))
                .distinct()
                .count();
    }

    private boolean hasRoomFor(long newcomers, AccountSettings settings) {
        return settings.maxContacts() == 0 || contacts.size() + newcomers <= settings.maxContacts();
    }

    private static Refusal planLimit(AccountSettings settings) {
        return new Refusal(
                402, "Your plan allows " + settings.maxContacts() + " contacts. Please upgrade to add more.");
    }
}
