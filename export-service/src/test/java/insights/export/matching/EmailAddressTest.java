package insights.export.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.com",
                "Ana.Garcia+news@mail.example.org",
                "o'neill@example.net",
                "x@sub.domain.example.com",
                "1234567890@example.com",
                "josé@example.com"
            })
    void acceptsAddresses(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.com",
                "ana@example",
                "ana example@example.com",
                "ana@@example.com",
                "ana@exa mple.com",
                "Ana <ana@example.com>",
                "ana@[192.0.2.1]",
                "ana@example..com",
                ".ana@example.com",
                "ana@-example.com",
                "ana@example.com, eva@example.com"
            })
    void refusesWhatCannotBeMailedTo(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }

    @Test
    void refusesAddressesThatAreTooLong() {
        String domain =
                "@" + "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60) + ".com";
        assertThat(EmailAddress.isValid("a" + domain)).isTrue();
        assertThat(EmailAddress.isValid("aaaaaaaaaaaaaaaa" + domain)).isFalse();
    }

    @Test
    void comparesWithoutRegardToCase() {
        assertThat(new EmailAddress("Ana@Example.com").normalized())
                .isEqualTo(new EmailAddress("ANA@EXAMPLE.COM").normalized());
    }
}
