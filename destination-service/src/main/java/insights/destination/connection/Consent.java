package insights.destination.connection;

import insights.common.audit.Changes;
import insights.common.security.Person;
import insights.destination.consent.ConsentRecord;
import insights.destination.consent.Language;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** The consent in force: a copy of the record that began it. */
@Embeddable
public record Consent(
        int textVersion, @Enumerated(EnumType.STRING) Language language, String textSha256, Instant at, Person by) {

    static Consent from(ConsentRecord record) {
        return new Consent(record.textVersion(), record.language(), record.textSha256(), record.at(), record.by());
    }

    /** From one consent to another, as the audit notes it; null where there is none. */
    static Changes change(Consent from, Consent to) {
        return Changes.none().with("consent", name(from), name(to));
    }

    private static String name(Consent consent) {
        return consent == null ? null : "version %d, %s".formatted(consent.textVersion, consent.language.code());
    }
}
