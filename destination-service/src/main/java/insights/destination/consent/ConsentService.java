package insights.destination.consent;

import insights.common.id.Ids;
import insights.common.page.Period;
import insights.common.page.TimeOrder;
import insights.common.problem.Problem;
import insights.common.security.Caller;
import insights.common.security.Person;
import insights.destination.DestinationProblem;
import insights.destination.type.ConnectionType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps for good who agreed to what, and who withdrew it. */
@ApplicationScoped
public class ConsentService {

    private final ConsentRecordRepository records;
    private final ConsentTexts texts;
    private final Ids ids;
    private final Clock clock;
    private final Caller caller;

    ConsentService(ConsentRecordRepository records, ConsentTexts texts, Ids ids, Clock clock, Caller caller) {
        this.records = records;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
        this.caller = caller;
    }

    /** Refuses what is no consent to the text as it is now. */
    public void requireAgreement(ConnectionType type, ConsentRequest request) {
        if (!request.agreed()) {
            throw Problem.of(
                    DestinationProblem.CONSENT_REQUIRED,
                    "Read %s and send agreed: true; without consent no data may leave.".formatted(textOf(type)));
        }
        if (request.textVersion() != texts.currentVersion()) {
            throw Problem.of(
                    DestinationProblem.CONSENT_OUTDATED,
                    "The text has version %d now: read %s and agree to that one."
                            .formatted(texts.currentVersion(), textOf(type)));
        }
    }

    /** Each type has a text of its own. */
    private static String textOf(ConnectionType type) {
        return "GET /consent-texts/current?type=" + type;
    }

    /** Records that the caller agrees to the current text. */
    @Transactional
    public ConsentRecord agree(UUID connectionId, ConnectionType type, ConsentRequest request) {
        requireAgreement(type, request);
        ConsentText text = texts.current(request.language(), type);
        return append(connectionId, ConsentAction.AGREED, text.version(), text.language(), text.sha256());
    }

    /** Records that the caller withdraws what was agreed to before. */
    @Transactional
    public ConsentRecord withdraw(UUID connectionId, int textVersion, Language language, String textSha256) {
        return append(connectionId, ConsentAction.WITHDRAWN, textVersion, language, textSha256);
    }

    /** The records of a connection, oldest first. */
    @Transactional
    public List<ConsentRecord> records(UUID connectionId, Period span, TimeOrder order, UUID last, int most) {
        return records.of(connectionId, span, order, last, most).stream()
                .map(ConsentRecord::from)
                .toList();
    }

    private ConsentRecord append(
            UUID connectionId, ConsentAction action, int textVersion, Language language, String textSha256) {
        ConsentRecordEntity row = new ConsentRecordEntity();
        row.id = ids.next();
        row.connectionId = connectionId;
        row.action = action;
        row.textVersion = textVersion;
        row.language = language;
        row.textSha256 = textSha256;
        row.at = clock.instant();
        row.by = Person.of(caller);
        records.persist(row);
        return ConsentRecord.from(row);
    }
}
