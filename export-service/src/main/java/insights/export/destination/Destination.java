package insights.export.destination;

import insights.common.address.EmailAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One customer's account at a destination, as a run works with it. Every operation is safe to repeat, and several threads may
 * ask at once. The gate of the run is asked before each request, and the pace of the connection kept.
 *
 * @throws DestinationException from all of them, when there is no answer to work with
 */
public interface Destination {

    /** How requests to it flow; this makes none. */
    Flow flow();

    /**
     * Makes sure that the account has the fields that contacts are about to fill, and creates those of which the data matching
     * says so. Asked before the first contact is sent; no request where there is nothing to make sure of.
     *
     * @param targets as they stand in the data matching
     * @throws DestinationException.FieldUnavailable for a field that cannot be had
     */
    default void prepare(Collection<String> targets) {}

    /** Creates or updates up to {@link DestinationType#maxContacts()} contacts, all of different addresses. */
    BatchAnswer change(List<ContactChange> contacts);

    /** The e-mail address of a contact; empty when there is no such contact, or it has none. */
    Optional<String> emailOf(String contactId);

    /** The id of the contact of an address; empty when there is none. */
    Optional<String> idOf(EmailAddress address);

    /** Deletes a contact. */
    DeleteAnswer delete(String contactId);

    /**
     * Names of flags that are there and must not stand for a segment, because nobody could tell any more whom others gave
     * them. Asked only when a new flag is to be named.
     */
    Set<String> foreignFlags();

    /** Its lists, if {@link DestinationType#audienceModes()} has {@link AudienceMode#LIST}. */
    ContactLists lists();
}
