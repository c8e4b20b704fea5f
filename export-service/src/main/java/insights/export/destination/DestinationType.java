package insights.export.destination;

import com.fasterxml.jackson.databind.node.ObjectNode;
import insights.export.connection.ApiKey;
import insights.export.connection.Connection;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * A kind of destination: what can be told without asking anybody, and the way to an account. A bean that implements it is all
 * that a further kind needs here; see CONTRIBUTING.md, "Adding a connection type".
 */
public interface DestinationType {

    /** What {@link Connection#type()} says of such connections. */
    String type();

    /** What people call it. */
    String name();

    /** The fields of its contacts that an export may fill. */
    TargetFields fields();

    /** How it can show who is in a segment; first what an export gets that does not choose. */
    List<AudienceMode> audienceModes();

    /** Most contacts in one request. */
    int maxContacts();

    /**
     * Whether {@link Destination#change} finds a contact by its id when the address is another one or unknown. Where it does
     * not, the address of whoever leaves must be found out.
     */
    boolean findsContactsById();

    /**
     * What a new flag is called.
     *
     * @param segment what the segment is called
     * @param number 1, and higher ones while the name is taken
     */
    String flag(String segment, int number);

    /**
     * How many requests look at an account before a run sends anybody, and make what it has not.
     *
     * @param targets fields that contacts fill; none when nobody is sent
     * @param filled whether contacts have been given a field before, so that it is there
     * @param named whether flags get their names
     */
    default long preparations(Collection<String> targets, Predicate<String> filled, boolean named) {
        return 0;
    }

    /** A change as it is sent, for people to look at. */
    ObjectNode show(ContactChange change);

    /** The account behind a connection. */
    Destination open(Connection connection, ApiKey key, Gate gate);
}
