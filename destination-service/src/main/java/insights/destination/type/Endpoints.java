package insights.destination.type;

import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.destination.DestinationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Keeps connections to the endpoints that the installation allows, so that none leads into its own network. */
@ApplicationScoped
public class Endpoints {

    private final ConnectionTypes types;

    Endpoints(ConnectionTypes types) {
        this.types = types;
    }

    /** The endpoint to use for what was asked for (null: the default of the type); a problem if it is not allowed. */
    public URI resolve(ConnectionType type, URI asked) {
        URI endpoint = asked == null ? types.of(type).regions().getFirst().endpoint() : asked;
        if (!isAllowed(type, endpoint)) {
            throw Problem.of(
                    DestinationProblem.ENDPOINT_NOT_ALLOWED,
                    "Leave the endpoint out to use %s's own; another one must first be allowed by whoever runs this installation (%s)."
                            .formatted(type.label(), types.of(type).regionsSetting()),
                    List.of(new FieldError("/endpoint", "not on the list of allowed endpoints")));
        }
        return URI.create(canonical(endpoint));
    }

    /** Whether connections may lead there. The list may have become shorter since a connection was made. */
    public boolean isAllowed(ConnectionType type, URI endpoint) {
        String there = canonical(endpoint);
        return types.of(type).regions().stream()
                .anyMatch(region -> canonical(region.endpoint()).equals(there));
    }

    /** One way to write an address: anything unusual in it stays, and so is not on the list. */
    private static String canonical(URI endpoint) {
        String text = endpoint.toString();
        String scheme = endpoint.getScheme();
        String authority = endpoint.getRawAuthority();
        if (scheme != null && authority != null) {
            String base = scheme + "://" + authority;
            text = base.toLowerCase(Locale.ROOT) + text.substring(base.length());
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
