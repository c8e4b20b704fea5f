package insights.segment.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "country",
                "shippingCountry",
                "country_code",
                "countryCode",
                "Customer - home country",
                "COUNTRY ISO2",
                "Land",
                "Paese di nascita: nazione",
                "País",
                "billingCountryId",
                "lang"
            })
    void knowsWhatHasCodes(String name) {
        assertThat(Field.mayBeCodes(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"islander", "country_changed", "paid", "newsletter", "languages_spoken", "1", ""})
    void takesNothingElseForCodes(String name) {
        assertThat(Field.mayBeCodes(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone",
                "Phone Number",
                "PhoneHome",
                "Phone 1 - Value",
                "mobile_phone",
                "Tel.",
                "Telefono",
                "Teléfono móvil",
                "Téléphone portable",
                "Numero di telefono",
                "Telefon (geschäftlich)",
                "Handynummer",
                "Cellulare",
                "SMS",
                "Fax",
                "WhatsApp",
                "zip",
                "billingZip",
                "Zip Code",
                "Default Address Zip",
                "PLZ",
                "Postleitzahl",
                "CAP",
                "cap residenza",
                "Codice postale",
                "Código Postal",
                "postcode",
                "CEP"
            })
    void knowsWhatIsDialledOrPosted(String name) {
        assertThat(Field.isDialled(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phone_calls",
                "phones",
                "sms_sent",
                "Total SMS",
                "market cap",
                "Mobile revenue",
                "capital",
                "zipped",
                "hotel",
                "faxes",
                "recap",
                "mobility",
                "price",
                "1",
                ""
            })
    void takesNothingElseForDialled(String name) {
        assertThat(Field.isDialled(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optOut",
                "opted_out",
                "OPTED OUT",
                "Email Opt-Out",
                "is_opted_out",
                "HasOptedOutOfEmail",
                "unsubscribed",
                "Unsubscribed?",
                "is-unsubscribed",
                "do_not_email",
                "DoNotBulkEMail",
                "Do Not Market",
                "no_mail",
                "disiscritto",
                "Disiscritta",
                "baja",
                "dado de baja",
                "no enviar correo",
                "abgemeldet",
                "désinscrit",
                "Não enviar",
                "uitgeschreven"
            })
    void knowsOptOuts(String name) {
        assertThat(FieldNames.role(name)).contains(FieldRole.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "E-Mail",
                "e_mail",
                "mail",
                "Email Address",
                "email_1",
                "work email",
                "emailPersonal",
                "correo",
                "Correo electrónico",
                "Dirección de correo electrónico",
                "Indirizzo e-mail",
                "posta elettronica",
                "E-Mail-Adresse",
                "courriel",
                "endereço de e-mail"
            })
    void knowsAddresses(String name) {
        assertThat(FieldNames.role(name)).contains(FieldRole.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email_permission",
                "Toestemming",
                "Zgoda na marketing",
                "Согласие",
                "newsletter",
                "Newsletter subscription",
                "Accepts Email Marketing",
                "OPT_IN",
                "DoubleOptIn",
                "consenso marketing",
                "Einwilligung",
                "Email Marketing Consent",
                "is_subscribed",
                "suscrito",
                "GDPR",
                "Permission",
                "Marketing",
                "Mailing",
                "Subscription Status",
                "Email Status",
                "can_contact",
                "contactable",
                "mailable",
                "email_ok",
                "ok_to_email",
                "Comunicazioni commerciali",
                "Pubblicità",
                "Trattamento dati marketing",
                "Recibir publicidad",
                "Acepta promociones",
                "Comunicaciones comerciales",
                "Boletín",
                "Suscripción",
                "Werbung erlaubt",
                "Rundbrief",
                "Publicité",
                "Lettre d'information",
                "Ticari İleti İzni",
                "Abonelik Durumu",
                "E-posta izni",
                "Nieuwsbrief"
            })
    void knowsWhatMayBeConsents(String name) {
        assertThat(Field.mayBeConsent(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIN_TIME",
                "optin_ip",
                "consentedOn",
                "newsletter id",
                "mailing city",
                "marketing_budget",
                "Marketing Manager",
                "email_status_changed",
                "contact",
                "facebook",
                "izin tarihi",
                "SMS izni",
                "Accepts SMS Marketing",
                "option",
                "unsubscribed",
                "subscriber_key",
                "name",
                ""
            })
    void takesNothingElseForConsents(String name) {
        assertThat(Field.mayBeConsent(name)).isFalse();
    }

    /** Opt-ins are the opposite, other channels another thing, and other people's addresses not the person's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "optIn",
                "newsletter",
                "subscribed",
                "smsOptOut",
                "do_not_call",
                "optOutDate",
                "email_verified",
                "emailOptIn",
                "last_email_sent",
                "account manager email",
                "mailing city",
                "name",
                "",
                "日本語"
            })
    void takesNothingElseForThem(String name) {
        assertThat(FieldNames.role(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Werbewiderspruch",
                "Kontaktsperre",
                "No molestar",
                "Robinson",
                "Esclusione mailing",
                "Отписан",
                "配信停止",
                "Opted out of email: Newsletter",
                "Email_Opt_Out__c",
                "GDPR opt-out",
                "opt_out_marketing",
                "Optout date",
                "unsubscribed_at",
                "UNSUB_TIME",
                "Unsubscribed from newsletter",
                "Blacklisted",
                "DNC",
                "Disiscritto dalla newsletter",
                "Data disiscrizione",
                "Newsletter abgemeldet",
                "Nicht kontaktieren",
                "no_contact",
                "Revoca",
                "Data revoca",
                "Gesperrt",
                "Blocked",
                "Abonelikten çıktı",
                "Désinscription",
                "Ne pas contacter",
                "Cancellato dalla newsletter",
                "Newsletter cancellata",
                "Removed from mailing list",
                "Left mailing list",
                "Do not allow Emails",
                "DoNotAllowBulkEmails",
                "Exclude from Newsletter",
                "Excluded from Marketing",
                "Stop newsletter",
                "Consent refused",
                "consent_denied",
                "GDPR objection",
                "No GDPR consent",
                "Not subscribed to newsletter",
                "Does not accept marketing",
                "Consenso negato",
                "consensonegato",
                "Rifiuta newsletter",
                "Non iscritto",
                "Non accetta marketing",
                "Newsletter unerwünscht",
                "Einwilligung verweigert",
                "Einwilligung fehlt",
                "Nicht abonniert",
                "Newsletter-Kündigung",
                "Refus newsletter",
                "Rechaza newsletter",
                "Consentimiento denegado",
                "No acepta marketing",
                "Fecha de baja",
                "lista negra"
            })
    void suggestsWhatMaySayWhoOptedOut(String name) {
        assertThat(FieldNames.role(name)).isEmpty();
        assertThat(Field.of(name, FieldType.STRING, 1, 1, 0, null, null, 0, 0).suggestedRole())
                .isEqualTo(FieldRole.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trabajador",
                "blocked_amount",
                "bus stop",
                "revocare",
                "smsOptOut",
                "do_not_call",
                "subscribed",
                "opt_in",
                "newsletter",
                "Newsletter (yes/no)",
                "newsletter sì/no",
                "Consenso: SI o NO al marketing",
                "Newsletter No.",
                "Accepts Email Marketing",
                "Newsletter subject",
                "blocked email provider",
                "output",
                "city",
                "contact",
                "note"
            })
    void suggestsNothingElse(String name) {
        assertThat(Field.mayBeOptOut(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confirm_time",
                "CONFIRM_TIME",
                "OPTIN_TIME",
                "doi_confirmed",
                "DOI-Datum",
                "consent_date",
                "GDPR Einwilligung vom",
                "Email confirmed at",
                "Best\u00e4tigt am",
                "Data iscrizione",
                "Fecha de suscripci\u00f3n",
                "Newsletter",
                "subscribedOn"
            })
    void knowsWhatSaysWhenSomebodyAgreed(String name) {
        assertThat(Field.mayBeTimeOfConsent(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order_confirmed_at",
                "confirmed_orders",
                "birthday",
                "LAST_CHANGED",
                "sms_consent_date",
                "signup_date",
                "avoid",
                ""
            })
    void takesNoOtherTimeForOneOfConsent(String name) {
        assertThat(Field.mayBeTimeOfConsent(name)).isFalse();
    }
}
