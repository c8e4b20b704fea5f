package insights.destination.consent;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/** Lets the service start only when the current text is there in all languages, and no text that was agreed to changed. */
@ApplicationScoped
class ConsentTextCheck {

    private final ConsentTexts texts;
    private final ConsentRecordRepository records;

    ConsentTextCheck(ConsentTexts texts, ConsentRecordRepository records) {
        this.texts = texts;
        this.records = records;
    }

    @Transactional
    void check(@Observes StartupEvent event) {
        for (Language language : Language.values()) {
            if (texts.find(texts.currentVersion(), language).isEmpty()) {
                throw new IllegalStateException(
                        "Consent text %d has no wording in %s: put it into the folder insights.consent.folder, as %1$d/%2$s.txt."
                                .formatted(texts.currentVersion(), language.code()));
            }
        }
        records.agreedTo().forEach(this::requireUnchanged);
    }

    private void requireUnchanged(AgreedText agreed) {
        String now = texts.find(agreed.version(), agreed.language())
                .map(ConsentText::sha256)
                .orElse("");
        if (!now.equals(agreed.sha256())) {
            throw new IllegalStateException(
                    "Consent text %d in %s is not the one that was agreed to (SHA-256 %s): restore it, and publish the new wording as a new version."
                            .formatted(agreed.version(), agreed.language().code(), agreed.sha256()));
        }
    }
}
