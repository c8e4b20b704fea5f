package insights.destination.connection;

import insights.destination.type.CheckOutcome;
import insights.destination.type.ConnectionType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** What the last call with the key showed. */
@Embeddable
public record LastCheck(
        @NotNull Instant at,
        @NotNull @Enumerated(EnumType.STRING) CheckOutcome outcome,
        @NotNull String detail) {

    static LastCheck of(Instant at, CheckOutcome outcome, ConnectionType type) {
        return new LastCheck(at, outcome, outcome.detail(type));
    }

    LastCheck because(String otherDetail) {
        return new LastCheck(at, outcome, otherDetail);
    }
}
