package insights.export.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.autopilot.AutopilotFields;
import insights.export.destination.TargetFields;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearNamesTest {

    private static final List<String> MEANINGS = new AutopilotFields()
            .standard().stream().map(TargetFields.Standard::meaning).toList();

    @ParameterizedTest
    @CsvSource({
        "email, Email",
        "E-Mail Address, Email",
        "indirizzo_email, Email",
        "Correo electrónico, Email",
        "emial_address, Email",
        "first_name, FirstName",
        "FIRSTNAME, FirstName",
        "Nome, FirstName",
        "Prénom, FirstName",
        "name_first, FirstName",
        "lastName, LastName",
        "surname, LastName",
        "Cognome, LastName",
        "apellidos, LastName",
        "Lastnam, LastName",
        "phone-number, Phone",
        "Telefono, Phone",
        "cellulare, MobilePhone",
        "mobilePhone, MobilePhone",
        "city, MailingCity",
        "Città, MailingCity",
        "zip_code, MailingPostalCode",
        "CAP, MailingPostalCode",
        "country, MailingCountry",
        "País, MailingCountry",
        "postal_código, MailingPostalCode",
        "company_name, Company",
        "jobTitle, Title",
        "linkedin_url, LinkedIn"
    })
    void findsWhatPeopleMean(String field, String target) {
        assertThat(MEANINGS.stream().max(Comparator.comparingDouble(standard -> NearNames.toStandard(standard, field))))
                .contains(target);
        assertThat(NearNames.toStandard(target, field)).isGreaterThanOrEqualTo(NearNames.NEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"total_spent", "orders", "signed_up", "language", "newsletter", "points", "id", "x", ""})
    void findsNothingWhereNothingIsMeant(String field) {
        assertThat(MEANINGS).allSatisfy(standard -> assertThat(NearNames.toStandard(standard, field))
                .isLessThan(NearNames.NEAR));
        assertThat(NearNames.toOptOut(field)).isLessThan(NearNames.NEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opted_out", "optOut", "Unsubscribed", "DO_NOT_EMAIL", "disiscritto", "baja"})
    void knowsWhoOptedOut(String field) {
        assertThat(NearNames.toOptOut(field)).isGreaterThanOrEqualTo(NearNames.NEAR);
    }

    @Test
    void tellsTheMobileFromThePhone() {
        assertThat(NearNames.toStandard("MobilePhone", "mobile_phone"))
                .isGreaterThan(NearNames.toStandard("Phone", "mobile_phone"));
    }
}
