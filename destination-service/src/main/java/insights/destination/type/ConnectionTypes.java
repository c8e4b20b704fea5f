package insights.destination.type;

import insights.common.problem.CommonProblem;
import insights.common.problem.FieldError;
import insights.common.problem.Problem;
import insights.destination.key.Secret;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The catalogue of {@link ConnectionType}s. */
@ApplicationScoped
public class ConnectionTypes {

    private final Map<ConnectionType, DestinationType> types = new EnumMap<>(ConnectionType.class);

    ConnectionTypes(@All List<DestinationType> types) {
        types.forEach(type -> this.types.put(type.type(), type));
    }

    /** In the order of {@link ConnectionType}. */
    List<ConnectionTypeResponse> all() {
        return types.values().stream()
                .sorted(Comparator.comparing(DestinationType::type))
                .map(ConnectionTypeResponse::of)
                .toList();
    }

    /** @throws IllegalStateException when there is no bean of the type, which a test makes sure of */
    public DestinationType of(ConnectionType type) {
        DestinationType known = types.get(type);
        if (known == null) {
            throw new IllegalStateException("Nothing is known of " + type);
        }
        return known;
    }

    /** Requests per second at most: those chosen, or the default of the type when none are (null). */
    public int rateLimit(ConnectionType type, Integer chosen) {
        return chosen != null ? chosen : of(type).limits().rateLimitPerSecond();
    }

    /** Refuses what cannot be a key of the type. */
    public void requireShape(ConnectionType type, Secret apiKey) {
        KeyShape shape = of(type).keyShape();
        if (!shape.fits(apiKey)) {
            throw Problem.of(
                    CommonProblem.VALIDATION_FAILED,
                    "That is no API key of %s.".formatted(type.label()),
                    List.of(new FieldError("/apiKey", shape.hint())));
        }
    }
}
