package insights.sandbox.autopilot.contact;

import java.util.Locale;

/**
 * What can happen to a contact and be told to a hook (Autopilot's draft documentation, "REST Hook Events"; the
 * developer blog of 20 August 2015 for the split of added and updated).
 */
public enum ContactEvent {
    CONTACT_ADDED,
    CONTACT_UPDATED,
    CONTACT_UNSUBSCRIBED,
    CONTACT_ADDED_TO_LIST,
    CONTACT_REMOVED_FROM_LIST,
    CONTACT_ENTERED_SEGMENT,
    CONTACT_LEFT_SEGMENT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Is told of what happens, while it happens: must return at once. */
    @FunctionalInterface
    public interface Listener {

        /** @param where the id of the list or segment; null for the other events */
        void happened(ContactEvent event, Contact contact, String where);
    }
}
