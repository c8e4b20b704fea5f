package insights.sandbox.autopilot.contact;

import insights.sandbox.answer.Refusal;
import insights.sandbox.autopilot.settings.Quirks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** The lists of one account, which contacts are put on and taken off. */
public final class ContactLists {

    private final ContactIndex contacts;
    private final ContactEvent.Listener listener;
    private final Map<String, ContactList> lists = new LinkedHashMap<>();

    ContactLists(ContactIndex contacts, ContactEvent.Listener listener) {
        this.contacts = contacts;
        this.listener = listener;
    }

    private record ContactList(String title, NavigableSet<UUID> members) {}

    /** @param size how many contacts are on it */
    public record Summary(String id, String title, int size) {}

    /**
     * @return the new list's id
     * @throws Refusal when the name is taken, unless it is the account's quirk not to mind
     */
    public String create(String title, Quirks quirks) {
        synchronized (contacts) {
            boolean taken =
                    lists.values().stream().anyMatch(list -> list.title().equals(title));
            if (taken && !quirks.sameListNameAllowed()) {
                throw Refusal.conflict("A list with this name already exists.");
            }
            String id = "contactlist_" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
            lists.put(id, new ContactList(title, new TreeSet<>(ContactIndex.ORDER)));
            return id;
        }
    }

    /** In the order of their making. */
    public List<Summary> all() {
        synchronized (contacts) {
            return lists.entrySet().stream()
                    .map(list -> new Summary(
                            list.getKey(),
                            list.getValue().title(),
                            list.getValue().members().size()))
                    .toList();
        }
    }

    /**
     * @param bookmark that of the page before, or null
     * @throws Refusal without a message when there is no such list
     */
    public Page page(String listId, String bookmark) {
        synchronized (contacts) {
            if (!lists.containsKey(listId)) {
                throw Refusal.notFoundWithoutMessage();
            }
            return contacts.page(lists.get(listId).members(), bookmark);
        }
    }

    /** @throws Refusal when there is no such list or contact; so do the other operations on both */
    public boolean contains(String listId, String idOrEmail) {
        synchronized (contacts) {
            return members(listId).contains(contacts.get(idOrEmail).id());
        }
    }

    /** @return whether it was not on the list before */
    public boolean add(String listId, String idOrEmail) {
        synchronized (contacts) {
            boolean isNew = !contains(listId, idOrEmail);
            join(listId, contacts.get(idOrEmail));
            return isNew;
        }
    }

    /** @return whether it was on the list before */
    public boolean remove(String listId, String idOrEmail) {
        synchronized (contacts) {
            NavigableSet<UUID> members = members(listId);
            Contact contact = contacts.get(idOrEmail);
            if (!members.remove(contact.id())) {
                return false;
            }
            contacts.put(contact.onLists(
                    contact.lists().stream().filter(id -> !id.equals(listId)).toList()));
            listener.happened(ContactEvent.CONTACT_REMOVED_FROM_LIST, contact, listId);
            return true;
        }
    }

    /**
     * Puts a contact on a list, if there is such a list and it is not on it.
     *
     * @return the contact after that
     */
    Contact join(String listId, Contact contact) {
        ContactList list = lists.get(listId);
        if (list == null || !list.members().add(contact.id())) {
            return contact;
        }
        Contact member = contact.onLists(
                Stream.concat(contact.lists().stream(), Stream.of(listId)).toList());
        contacts.put(member);
        listener.happened(ContactEvent.CONTACT_ADDED_TO_LIST, member, listId);
        return member;
    }

    void forget(Contact contact) {
        contact.lists().forEach(id -> lists.get(id).members().remove(contact.id()));
    }

    /**
     * Deletes a list, as people can in Autopilot's pages; its API cannot.
     *
     * @throws Refusal when there is no such list
     */
    public void delete(String listId) {
        synchronized (contacts) {
            members(listId);
            List.copyOf(contacts.all()).stream()
                    .filter(contact -> contact.lists().contains(listId))
                    .map(contact -> contact.onLists(contact.lists().stream()
                            .filter(id -> !id.equals(listId))
                            .toList()))
                    .forEach(contacts::put);
            lists.remove(listId);
        }
    }

    void clear() {
        lists.clear();
    }

    private NavigableSet<UUID> members(String listId) {
        if (!lists.containsKey(listId)) {
            throw Refusal.notFound("List does not exist.");
        }
        return lists.get(listId).members();
    }
}
