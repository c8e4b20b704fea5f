package insights.destination.connection;

import insights.common.audit.Changes;
import insights.common.security.Person;
import insights.destination.consent.ConsentRecord;
import insights.destination.consent.ConsentRequest;
import insights.destination.consent.Language;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** The consent in force: a copy of the record that began it. */
@Embeddable
public record Consent(
        int textVersion,
        @NotNull @Enumerated(EnumType.STRING) Language language,
        @NotNull String textSha256,
        @NotNull Instant at,
        @NotNull Person by) {

    static Consent from(ConsentRecord record) {
        return new Consent(record.textVersion(), record.language(), record.textSha256(), record.at(), record.by());
    }

    /** Whether the person has agreed to the same text, in the same language. */
    boolean says(ConsentRequest request, String subject) {
        return textVersion == request.textVersion()
                && language == request.language()
                && by.subject().equals(subject);
    }

    /** From one consent to another, as the audit notes it; null where there is none. */
    static Changes change(Consent from, Consent to) {
        return Changes.none().with("consent", name(from), name(to));
    }

    private static String name(Consent consent) {
        return consent == null ? null : "version %d, %s".formatted(consent.textVersion, consent.language.code());
    }
}
