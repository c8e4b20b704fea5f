package insights.destination.consent;

import insights.common.security.Person;
import java.time.Instant;
import java.util.UUID;

/** Proof of what somebody agreed to, or that they withdrew it: who, when, which text by its hash. */
public record ConsentRecord(
        UUID id, ConsentAction action, int textVersion, Language language, String textSha256, Instant at, Person by) {

    static ConsentRecord from(ConsentRecordEntity row) {
        return new ConsentRecord(row.id, row.action, row.textVersion, row.language, row.textSha256, row.at, row.by);
    }
}
