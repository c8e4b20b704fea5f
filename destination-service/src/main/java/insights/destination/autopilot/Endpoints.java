package insights.destination.autopilot;

import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.destination.DestinationProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps connections to the endpoints that the installation allows, so that none leads into its own network. */
@ApplicationScoped
public class Endpoints {

    private final Set<String> allowed;
    private final URI byDefault;

    Endpoints(AutopilotConfig config) {
        allowed = config.allowedEndpoints().stream().map(Endpoints::canonical).collect(Collectors.toUnmodifiableSet());
        byDefault = config.defaultEndpoint();
    }

    /** The endpoint to use for what was asked for (null: the default); a problem if it is not allowed. */
    public URI resolve(URI asked) {
        URI endpoint = asked == null ? byDefault : asked;
        if (!isAllowed(endpoint)) {
            throw Problem.of(
                    DestinationProblem.ENDPOINT_NOT_ALLOWED,
                    "Leave the endpoint out to use Autopilot's own; another one must first be allowed by whoever runs this installation.",
                    List.of(new FieldError("/endpoint", "not on the list of allowed endpoints")));
        }
        return URI.create(canonical(endpoint));
    }

    /** Whether connections may lead there. The list may have become shorter since a connection was made. */
    public boolean isAllowed(URI endpoint) {
        return allowed.contains(canonical(endpoint));
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
