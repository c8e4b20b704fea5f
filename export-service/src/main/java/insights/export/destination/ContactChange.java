package insights.export.destination;

import java.util.Set;

/**
 * What is to become of a contact. Where the destination has none of this address, it is created.
 *
 * @param contact its address and fields; a field that is a null node is emptied, one that is left out stays. Null where only flags
 *     change and the id is enough ({@link DestinationType#findsContactsById()})
 * @param contactId by which the destination knew it last; null when nobody here knows
 * @param set flags that it is to have
 * @param unset flags that it is not to have
 * @param notifyHooks whether the destination may tell others of the change, where it can be told not to
 */
public record ContactChange(
        Contact contact, String contactId, Set<String> set, Set<String> unset, boolean notifyHooks) {

    /** Hides the person. */
    @Override
    public String toString() {
        return "ContactChange[…]";
    }
}
