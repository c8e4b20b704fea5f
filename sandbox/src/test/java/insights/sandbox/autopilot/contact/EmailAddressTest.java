package insights.sandbox.autopilot.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.com",
                "ana+tag@mail.example.org",
                "ANA@EXAMPLE.COM",
                "o'neil@example.net",
                "é@exämple.com"
            })
    void takesAddresses(String email) {
        assertThat(EmailAddress.isValid(email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.com",
                "ana@example",
                "ana@@example.com",
                "a na@example.com",
                "ana@example..com",
                "ana@.example.com",
                "ana@example.com."
            })
    void takesNothingElse(String email) {
        assertThat(EmailAddress.isValid(email)).isFalse();
    }

    @Test
    void takesNoneOfMoreThan254Characters() {
        assertThat(EmailAddress.isValid("a".repeat(242) + "@example.com")).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(243) + "@example.com")).isFalse();
    }
}
