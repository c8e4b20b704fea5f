package insights.destination.consent;

import insights.common.start.StartCheck;
import insights.destination.type.ConnectionType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lets the service start only when the current text is there in all languages, and no text that was agreed to changed. */
@ApplicationScoped
class ConsentTextCheck implements StartCheck {

    private final ConsentTexts texts;
    private final ConsentRecordRepository records;

    ConsentTextCheck(ConsentTexts texts, ConsentRecordRepository records) {
        this.texts = texts;
        this.records = records;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (Language language : Language.values()) {
            if (!isThere(language)) {
                faults.add(
                        "Consent text %d has no wording in %s: put it into the folder insights.consent.folder, as %1$d/%2$s.txt."
                                .formatted(texts.currentVersion(), language.code()));
            }
        }
        QuarkusTransaction.requiringNew()
                .run(() -> records.agreedTo().stream().flatMap(this::changed).forEach(faults::add));
        return faults;
    }

    private boolean isThere(Language language) {
        return Arrays.stream(ConnectionType.values())
                .allMatch(type ->
                        texts.find(texts.currentVersion(), language, type).isPresent());
    }

    /** Which destination it was about says its connection, which may be gone. */
    private Stream<String> changed(AgreedText agreed) {
        return Arrays.stream(ConnectionType.values())
                        .flatMap(type -> texts.find(agreed.version(), agreed.language(), type).stream())
                        .anyMatch(text -> text.sha256().equals(agreed.sha256()))
                ? Stream.empty()
                : Stream.of(
                        "Consent text %d in %s is not the one that was agreed to (SHA-256 %s): restore it, and publish the new wording as a new version."
                                .formatted(agreed.version(), agreed.language().code(), agreed.sha256()));
    }
}
