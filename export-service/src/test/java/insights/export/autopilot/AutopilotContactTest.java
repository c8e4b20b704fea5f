package insights.export.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.address.EmailAddress;
import insights.export.destination.Contact;
import insights.export.destination.ContactChange;
import insights.export.matching.ContactMapper;
import insights.export.matching.FieldMatch;
import insights.export.matching.Mapped;
import insights.export.matching.RejectionReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a profile becomes a contact of Autopilot. */
class AutopilotContactTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContactMapper mapper = new ContactMapper(
            new AutopilotFields(),
            List.of(
                    new FieldMatch("FirstName", "first"),
                    new FieldMatch("Email", "mail"),
                    new FieldMatch("Phone", "phone"),
                    new FieldMatch("integer--Points", "points"),
                    new FieldMatch("float--Basket", "basket"),
                    new FieldMatch("boolean--VIP", "vip"),
                    new FieldMatch("date--Since", "since"),
                    new FieldMatch("string--Points--Text", "points")));

    @Test
    void mapsStandardAndCustomFieldsWithTheirTypes() throws JsonProcessingException {
        String contact = contact("""
                {"mail":" Ana@example.com ","first":"Ana","phone":600123123,"points":12,"basket":9.5,"vip":true,
                 "since":"2024-02-29"}""");
        assertThat(JSON.readTree(contact)).isEqualTo(JSON.readTree("""
                        {"Email":"Ana@example.com","FirstName":"Ana","Phone":"600123123","custom":{
                         "integer--Points":12,"float--Basket":9.5,"boolean--VIP":true,
                         "date--Since":"2024-02-29T10:00:00Z","string--Points--Text":"12"},"notify":false}"""));
    }

    @Test
    void leavesAbsentAndBlankValuesOut() {
        assertThat(contact("{\"mail\":\"ana@example.com\",\"first\":\"  \",\"phone\":null}"))
                .isEqualTo("{\"Email\":\"ana@example.com\",\"notify\":false}");
    }

    @Test
    void neverWritesWhetherSomebodyIsSubscribed() {
        assertThat(contact("{\"mail\":\"ana@example.com\",\"first\":\"Ana\"}")).doesNotContain("unsubscribed");
    }

    /** Case E07. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mail\":\"\u200b\u00a0\"} | NO_EMAIL",
                "{\"mail\":\"ana@example.com\\u0000\"} | INVALID_EMAIL",
                "{\"mail\":\"Ana <ana@example.com>\"} | INVALID_EMAIL",
                "{} | NO_EMAIL",
                "{\"mail\":\"   \"} | NO_EMAIL",
                "{\"mail\":null} | NO_EMAIL",
                "{\"mail\":\"ana.example.com\"} | INVALID_EMAIL",
                "{\"mail\":\"a@b@example.com\"} | INVALID_EMAIL",
                "{\"mail\":\"ana@example.com\",\"points\":1.5} | VALUE_DOES_NOT_FIT",
                "{\"mail\":\"ana@example.com\",\"points\":99999999999999999999} | VALUE_DOES_NOT_FIT",
                "{\"mail\":\"ana@example.com\",\"vip\":\"yes\"} | VALUE_DOES_NOT_FIT",
                "{\"mail\":\"ana@example.com\",\"since\":\"yesterday\"} | VALUE_DOES_NOT_FIT"
            })
    void saysWhyAProfileCannotBeSent(String attributes, RejectionReason reason) {
        assertThat(map(attributes)).isInstanceOfSatisfying(Mapped.Unfit.class, unfit -> assertThat(unfit.reason())
                .isEqualTo(reason));
    }

    @Test
    void keepsTheAddressOfWhoCannotBeSent() throws JsonProcessingException {
        Map<String, JsonNode> ana =
                JSON.readValue("{\"mail\":\"Ana@example.com\",\"first\":\"Ana\"}", new TypeReference<>() {});
        assertThat(mapper.map(ana, true))
                .isEqualTo(new Mapped.Unfit(
                        RejectionReason.OPTED_OUT,
                        EmailAddress.parse("ana@example.com").orElseThrow()));
        assertThat(mapper.map(Map.of(), true)).isEqualTo(new Mapped.Unfit(RejectionReason.OPTED_OUT, null));
    }

    /** Case Y07. */
    @ParameterizedTest
    @ValueSource(strings = {"1993-01-12", "1900-01-01", "1940-07-31", "9999-12-31", "0001-01-01", "2024-02-29"})
    void saysTheSameDayFromHawaiiToNewZealandInSummer(String day) {
        String date = contact("{\"mail\":\"ana@example.com\",\"since\":\"" + day + "\"}")
                .replaceAll(".*\"date--Since\":\"([^\"]+)\".*", "$1");
        assertThat(Stream.of("Pacific/Honolulu", "America/New_York", "UTC", "Asia/Tokyo", "Pacific/Auckland"))
                .allSatisfy(zone -> assertThat(
                                Instant.parse(date).atZone(ZoneId.of(zone)).toLocalDate())
                        .isEqualTo(LocalDate.parse(day)));
    }

    /** Cases C30, Y21. */
    @Test
    void sendsNoControlCharacters() {
        assertThat(contact(
                        "{\"mail\":\"ana@example.com\",\"first\":\"\\uFEFFAna\\u0000\\r\\n\\tMaria\\u0007\\ud83d \"}"))
                .contains("\"FirstName\":\"Ana Maria\"");
        assertThat(contact("{\"mail\":\"bob@example.com\",\"first\":\"Bob\\u0007\\u202e\",\"phone\":\"a\\nb\\tc\"}"))
                .contains("\"FirstName\":\"Bob\"", "\"Phone\":\"a b c\"");
    }

    /** Case Y06. */
    @Test
    void noughtAndFalseAreValues() throws JsonProcessingException {
        String contact = contact("{\"mail\":\"ana@example.com\",\"points\":0,\"basket\":0.0,\"vip\":false}");
        assertThat(JSON.readTree(contact)).isEqualTo(JSON.readTree("""
                        {"Email":"ana@example.com","custom":{"integer--Points":0,"string--Points--Text":"0",
                         "float--Basket":0.0,"boolean--VIP":false},"notify":false}"""));
    }

    @Test
    void saysWhichFieldsHaveAValueAndEmptiesOthers() throws JsonProcessingException {
        Contact contact = ((Mapped.Fit)
                        map("{\"mail\":\"ana@example.com\",\"first\":\"Ana\",\"vip\":false,\"points\":0}"))
                .contact();
        assertThat(contact.filled())
                .containsExactly("FirstName", "boolean--VIP", "integer--Points", "string--Points--Text");
        assertThat(JSON.readTree(sent(contact.emptying(List.of("Phone", "float--Basket")))))
                .isEqualTo(JSON.readTree("""
                        {"Email":"ana@example.com","FirstName":"Ana","Phone":null,"notify":false,"custom":{
                         "boolean--VIP":false,"integer--Points":0,"string--Points--Text":"0","float--Basket":null}}"""));
    }

    @Test
    void setsAndUnsetsFlagsAsCustomFields() throws JsonProcessingException {
        Contact contact = ((Mapped.Fit) map("{\"mail\":\"ana@example.com\"}")).contact();
        assertThat(JSON.readTree(AutopilotContact.of(new ContactChange(
                                contact, "person_1", Set.of("boolean--Gold"), Set.of("boolean--Silver"), true))
                        .toString()))
                .isEqualTo(JSON.readTree("""
                        {"Email":"ana@example.com","notify":true,
                         "custom":{"boolean--Gold":true,"boolean--Silver":false}}"""));
    }

    @Test
    void saysWhichFieldHasTheValueThatDoesNotFit() {
        assertThat(map("{\"mail\":\"ana@example.com\",\"points\":7,\"vip\":\"yes\",\"since\":\"yesterday\"}"))
                .isInstanceOfSatisfying(
                        Mapped.Unfit.class, unfit -> assertThat(unfit.field()).isEqualTo("vip"));
    }

    @Test
    void writesDateTimesInUtc() {
        assertThat(contact("{\"mail\":\"ana@example.com\",\"since\":\"2024-02-29T23:30:00-05:00\"}"))
                .contains("\"date--Since\":\"2024-03-01T04:30:00Z\"");
    }

    @Test
    void acceptsWholeNumbersHoweverTheyAreWritten() {
        assertThat(contact("{\"mail\":\"ana@example.com\",\"points\":1.20e2}"))
                .contains("\"integer--Points\":120", "\"string--Points--Text\":\"120\"");
    }

    @Test
    void asksForEachFieldOnce() {
        assertThat(mapper.fields()).containsExactly("mail", "first", "phone", "points", "basket", "vip", "since");
    }

    @Test
    void hidesThePersonWhenPrinted() {
        assertThat(map("{\"mail\":\"ana@example.com\"}").toString()).doesNotContain("ana");
    }

    private String contact(String attributes) {
        return sent(((Mapped.Fit) map(attributes)).contact());
    }

    private static String sent(Contact contact) {
        return AutopilotContact.of(new ContactChange(contact, null, Set.of(), Set.of(), false))
                .toString();
    }

    private Mapped map(String attributes) {
        try {
            return mapper.map(JSON.readValue(attributes, new TypeReference<Map<String, JsonNode>>() {}), false);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
