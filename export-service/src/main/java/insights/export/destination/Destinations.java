package insights.export.destination;

import insights.export.connection.Connection;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The kinds of destination that there are. */
@ApplicationScoped
public class Destinations {

    private final List<DestinationType> types;

    Destinations(@All List<DestinationType> types) {
        this.types = types;
    }

    /** @throws IllegalStateException for a type that this version does not know: destination-service is newer */
    public DestinationType of(String type) {
        return types.stream()
                .filter(known -> known.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No connection type " + type + " is known here"));
    }

    /**
     * The kind that a connection leads to; without one, the kind that a data matching was made for: the one that knows most of
     * its targets.
     */
    public DestinationType of(Optional<Connection> connection, Collection<String> targets) {
        return connection.map(Connection::type).map(this::of).orElseGet(() -> guess(targets));
    }

    private DestinationType guess(Collection<String> targets) {
        return types.stream()
                .max(Comparator.comparingLong(type -> targets.stream()
                        .filter(target -> type.fields().find(target).isPresent())
                        .count()))
                .orElseThrow();
    }

    /** Whether a field is the address of a contact somewhere. */
    public boolean isEmail(String target) {
        return types.stream().anyMatch(type -> type.fields().email().equals(target));
    }
}
