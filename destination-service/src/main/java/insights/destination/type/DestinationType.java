package insights.destination.type;

import insights.destination.key.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What is to know of a kind of destination, and what an account can be asked. There is a bean of it for each
 * {@link ConnectionType}; see CONTRIBUTING.md, "Adding a connection type".
 */
public interface DestinationType {

    ConnectionType type();

    /** For people who choose, in a sentence. */
    String description();

    /** The vendor's own. */
    URI documentation();

    /** The only places where connections may lead; the first is the one that a connection gets which names none. */
    List<Region> regions();

    /** How an operator allows another place, for whoever asks for one: a property of the configuration. */
    String regionsSetting();

    /** Whether those may be without encryption, as the configuration says. */
    boolean allowsHttp();

    KeyShape keyShape();

    Limits limits();

    /** Proves a key by one call, repeated at most where it got no answer. Within some seconds: somebody waits. */
    KeyCheck check(URI endpoint, Secret apiKey);

    /** The fields that the account has beyond the standard ones. One request, within 3 seconds; empty when it is not said. */
    Optional<List<ExistingField>> existingFields(URI endpoint, Secret apiKey);
}
