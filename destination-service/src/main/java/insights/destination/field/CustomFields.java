package insights.destination.field;

import insights.destination.connection.ConnectionKey;
import insights.destination.type.ConnectionTypes;
import insights.destination.type.ExistingField;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The custom fields of accounts, as the destinations said last. The requests count for the account's rate, which runs need, so
 * what was said holds for a minute, and that nothing was said for ten seconds. Each replica asks for itself.
 */
@ApplicationScoped
class CustomFields {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration KEPT_WITHOUT_ANSWER = Duration.ofSeconds(10);

    private final ConnectionTypes types;
    private final Clock clock;
    private final Map<UUID, Answer> byConnection = new ConcurrentHashMap<>();

    CustomFields(ConnectionTypes types, Clock clock) {
        this.types = types;
        this.clock = clock;
    }

    /** @param account the account by its address and key: another one has other fields */
    private record Answer(String account, Optional<List<ExistingField>> fields, Instant until) {}

    /** Empty when the destination does not say it. */
    Optional<List<ExistingField>> of(UUID connection, ConnectionKey key) {
        Instant now = clock.instant();
        String account = key.id() + " " + key.endpoint();
        Answer known = byConnection.get(connection);
        if (known != null && known.account().equals(account) && now.isBefore(known.until())) {
            return known.fields();
        }
        byConnection.values().removeIf(answer -> !now.isBefore(answer.until()));
        Optional<List<ExistingField>> fields = types.of(key.type()).existingFields(key.endpoint(), key.apiKey());
        Duration kept = fields.isPresent() ? KEPT : KEPT_WITHOUT_ANSWER;
        byConnection.put(connection, new Answer(account, fields, clock.instant().plus(kept)));
        return fields;
    }
}
