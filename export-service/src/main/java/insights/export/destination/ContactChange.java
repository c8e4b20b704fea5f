package insights.export.destination;

import java.util.Set;

/**
 * What is to become of a contact. Where its id is not known and the destination has none of this address, it is created.
 *
 * @param contact its address and fields; a field that is a null node is emptied, one that is left out stays. Null where only flags
 *     change and the id is enough ({@link DestinationType#findsContactsById()})
 * @param contactId by which the destination knew it last; null when nobody here knows. Where contacts are found by that, it says who is
 *     meant, and their address stays as it is there
 * @param set flags that it is to have
 * @param unset flags that it is not to have
 * @param list id of a list that it is to be put on as well, if the account takes that, which no answer says
 *     ({@link ContactLists#mayRideAlong()}); null for none
 * @param notifyHooks whether the destination may tell others of the change, where it can be told not to
 */
public record ContactChange(
        Contact contact, String contactId, Set<String> set, Set<String> unset, String list, boolean notifyHooks) {

    public ContactChange(Contact contact, String contactId, Set<String> set, Set<String> unset, boolean notifyHooks) {
        this(contact, contactId, set, unset, null, notifyHooks);
    }

    /** The same change, which puts the contact on a list too. */
    public ContactChange onto(String list) {
        return new ContactChange(contact, contactId, set, unset, list, notifyHooks);
    }

    /** The same change of whoever has the address, created if nobody has. */
    public ContactChange withoutId() {
        return new ContactChange(contact, null, set, unset, list, notifyHooks);
    }

    /** Hides the person. */
    @Override
    public String toString() {
        return "ContactChange[…]";
    }
}
