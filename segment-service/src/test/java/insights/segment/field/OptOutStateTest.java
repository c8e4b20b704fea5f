package insights.segment.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutStateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Unsubscribed",
                "UNSUBSCRIBED ",
                "unsubscribed 2024-01-02",
                "nonsubscribed",
                "non-subscribed",
                "user_unsubscribed",
                "UNSUBSCRIBED_BY_USER",
                "Unsubscribed from all",
                "Opted-out (GDPR)",
                "Not opted in",
                "No consent",
                "Consent withdrawn",
                "Declined",
                "Refused",
                "Denied",
                "Unsub",
                "STOP",
                "DNC",
                "blocked",
                "Disiscritta il 3/4",
                "Rifiutato",
                "Non acconsente",
                "De baja",
                "Baja",
                "No suscrito",
                "Rechazado",
                "Abgemeldet am 3.4.",
                "Ausgetragen",
                "Nicht kontaktieren",
                "Gesperrt",
                "Refus",
                "Désabonnée le 3/4",
                "De\u0301sinscrit",
                "Abonelikten çıktı",
                "ABONELİKTEN ÇIKTI",
                "Abone değil",
                "RET",
                "Отписан",
                "Kunde;Kein Newsletter",
                "vip, unsubscribed",
                "Newsletter 2024|opted out|B2B",
                "[\"vip\",\"unsubscribed\"]"
            })
    void knowsWhoOptedOut(String text) {
        assertThat(OptOutState.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ; ,",
                "Subscribed",
                "Bounced",
                "Abone",
                "Подписан",
                "baja california",
                "Calle del Sol 5, Baja",
                "invoice 7, declined",
                "Stop & Shop",
                "called on Monday, unsubscribed phone plan",
                "ann@example.com",
                "日本語"
            })
    void takesNothingElseForIt(String text) {
        assertThat(OptOutState.isOne(text)).isFalse();
        assertThat(OptOutState.isOne("x".repeat(199) + ";optout")).isFalse();
    }
}
