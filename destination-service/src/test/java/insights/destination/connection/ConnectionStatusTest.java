package insights.destination.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionStatusTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT,             CONSENT_AGREED,    DRAFT",
        "DRAFT,             CONSENT_WITHDRAWN, CONSENT_WITHDRAWN",
        "DRAFT,             KEY_ACCEPTED,      CONNECTED",
        "DRAFT,             KEY_REFUSED,       NEEDS_ATTENTION",
        "CONNECTED,         CONSENT_AGREED,    CONNECTED",
        "CONNECTED,         CONSENT_WITHDRAWN, CONSENT_WITHDRAWN",
        "CONNECTED,         KEY_ACCEPTED,      CONNECTED",
        "CONNECTED,         KEY_REFUSED,       NEEDS_ATTENTION",
        "NEEDS_ATTENTION,   CONSENT_AGREED,    NEEDS_ATTENTION",
        "NEEDS_ATTENTION,   CONSENT_WITHDRAWN, CONSENT_WITHDRAWN",
        "NEEDS_ATTENTION,   KEY_ACCEPTED,      CONNECTED",
        "NEEDS_ATTENTION,   KEY_REFUSED,       NEEDS_ATTENTION",
        "CONSENT_WITHDRAWN, CONSENT_AGREED,    DRAFT",
        "CONSENT_WITHDRAWN, CONSENT_WITHDRAWN, CONSENT_WITHDRAWN",
        "CONSENT_WITHDRAWN, KEY_ACCEPTED,      CONSENT_WITHDRAWN",
        "CONSENT_WITHDRAWN, KEY_REFUSED,       CONSENT_WITHDRAWN"
    })
    void followsTheTransitionTable(ConnectionStatus before, ConnectionStatus.Event event, ConnectionStatus after) {
        assertThat(before.after(event)).isEqualTo(after);
    }

    @Test
    void isUsableOnlyWithConsentAndAKey() {
        assertThat(ConnectionStatus.values())
                .filteredOn(ConnectionStatus::isUsable)
                .containsExactly(ConnectionStatus.CONNECTED, ConnectionStatus.NEEDS_ATTENTION);
    }
}
