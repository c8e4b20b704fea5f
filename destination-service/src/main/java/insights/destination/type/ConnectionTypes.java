package insights.destination.type;

import insights.destination.autopilot.AutopilotConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/** The catalogue of {@link ConnectionType}s. */
@ApplicationScoped
public class ConnectionTypes {

    /** The figure in Autopilot's own documentation ("5 r/s"). */
    private static final int AUTOPILOT_RATE_LIMIT = 5;

    private static final int MAX_PROFILES = 100_000;

    /** What Autopilot's bulk operation takes, by all its clients. */
    private static final int AUTOPILOT_BATCH = 100;

    private final AutopilotConfig autopilot;

    ConnectionTypes(AutopilotConfig autopilot) {
        this.autopilot = autopilot;
    }

    public List<ConnectionTypeResponse> all() {
        return List.of(of(ConnectionType.AUTOPILOT));
    }

    public ConnectionTypeResponse of(ConnectionType type) {
        return switch (type) {
            case AUTOPILOT ->
                new ConnectionTypeResponse(
                        type,
                        "Autopilot",
                        "E-mail marketing: contacts, and a list for every segment.",
                        URI.create("https://autopilot.docs.apiary.io/"),
                        autopilot.defaultEndpoint(),
                        AUTOPILOT_RATE_LIMIT,
                        MAX_PROFILES,
                        AUTOPILOT_BATCH,
                        List.of("displayName", "apiKey", "consent", "exportUser"));
        };
    }

    /** Requests per second at most: those chosen, or the default of the type when none are (null). */
    public int rateLimit(ConnectionType type, Integer chosen) {
        return chosen != null ? chosen : of(type).defaultRateLimitPerSecond();
    }
}
