package insights.destination.consent;

import insights.common.security.Person;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** Proof of what somebody agreed to, or that they withdrew it: who, when, which text by its hash. */
public record ConsentRecord(
        @NotNull UUID id,
        @NotNull ConsentAction action,
        int textVersion,
        @NotNull Language language,
        @NotNull String textSha256,
        @NotNull Instant at,
        @NotNull Person by) {

    static ConsentRecord from(ConsentRecordEntity row) {
        return new ConsentRecord(row.id, row.action, row.textVersion, row.language, row.textSha256, row.at, row.by);
    }
}
