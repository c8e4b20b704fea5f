package insights.export.destination;

import java.util.Map;
import java.util.Optional;

/**
 * Lists that contacts are put on and taken off, each by a request of its own. Every operation but {@link #create} is safe to
 * repeat, and may be asked by several threads at once.
 *
 * @throws DestinationException from all of them, when there is no answer to work with
 */
public interface ContactLists {

    /** All lists: title by id. */
    Map<String, String> titles();

    /**
     * Creates a list. It is asked once: repeated, it might make a second one of the name.
     *
     * @return its id; empty when it may have been created or not, or there is one of this title
     */
    Optional<String> create(String title);

    /** Puts a contact on a list. */
    MembershipAnswer join(String list, String contactId);

    /**
     * Whether a contact may be put on a list by the change that creates it, {@link ContactChange#list()}. What becomes of that is seen
     * by reading the list.
     */
    boolean mayRideAlong();

    /**
     * Some of the contacts on a list; empty when there is no such list.
     *
     * @param bookmark {@link ListPage#next()} of the page before; null for the first
     */
    Optional<ListPage> page(String list, String bookmark);

    /** Takes a contact off a list. @param contact its id or its address */
    MembershipAnswer leave(String list, String contact);
}
