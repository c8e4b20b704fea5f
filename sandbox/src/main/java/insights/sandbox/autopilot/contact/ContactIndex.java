package insights.sandbox.autopilot.contact;

import insights.sandbox.answer.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Contacts by id and by e-mail. Whoever uses it holds its monitor.
 *
 * <p>Contacts are read in the order of their ids, as from Autopilot (advocately/autopilothq-ruby, recordings): a
 * bookmark is the last id of a page, and stays good when that contact is gone.
 */
final class ContactIndex {

    /** As the ids are ordered when written; the order of {@link UUID} itself is another. */
    static final Comparator<UUID> ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final NavigableMap<UUID, Contact> byId = new TreeMap<>(ORDER);
    private final Map<String, UUID> idsByEmail = new HashMap<>();

    int size() {
        return byId.size();
    }

    Collection<Contact> all() {
        return byId.values();
    }

    /** @throws Refusal when there is no such contact */
    Contact get(String idOrEmail) {
        return Contact.parseId(idOrEmail)
                .map(byId::get)
                .or(() -> byEmail(idOrEmail))
                .orElseThrow(() -> Refusal.notFound("Contact could not be found."));
    }

    Optional<Contact> byEmail(String email) {
        return email == null
                ? Optional.empty()
                : Optional.ofNullable(idsByEmail.get(EmailAddress.identity(email)))
                        .map(byId::get);
    }

    /** Adds the contact, or replaces the one with its id. */
    void put(Contact contact) {
        Contact before = byId.put(contact.id(), contact);
        if (before != null && before.email() != null && !before.email().equals(contact.email())) {
            idsByEmail.remove(EmailAddress.identity(before.email()));
        }
        if (contact.email() != null && (before == null || !contact.email().equals(before.email()))) {
            idsByEmail.put(EmailAddress.identity(contact.email()), contact.id());
        }
    }

    void remove(Contact contact) {
        byId.remove(contact.id());
        if (contact.email() != null) {
            idsByEmail.remove(EmailAddress.identity(contact.email()));
        }
    }

    void clear() {
        byId.clear();
        idsByEmail.clear();
    }

    /** The page of all contacts that comes after a bookmark. */
    Page page(String bookmark) {
        return page(byId.navigableKeySet(), bookmark);
    }

    /** @param bookmark the last id of the page before; what is none leads to the first page, as at Autopilot */
    Page page(NavigableSet<UUID> ids, String bookmark) {
        Iterator<UUID> rest = Optional.ofNullable(bookmark)
                .flatMap(Contact::parseId)
                .map(last -> ids.tailSet(last, false))
                .orElse(ids)
                .iterator();
        List<Contact> contacts = new ArrayList<>(Page.SIZE);
        while (rest.hasNext() && contacts.size() < Page.SIZE) {
            contacts.add(byId.get(rest.next()));
        }
        return new Page(
                contacts, ids.size(), rest.hasNext() ? contacts.getLast().contactId() : null);
    }
}
