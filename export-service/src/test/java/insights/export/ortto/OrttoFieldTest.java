package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.export.destination.FieldText;
import insights.export.destination.TargetField;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of people at Ortto, and what they take. */
class OrttoFieldTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "str::first | \"Ana\" | \"Ana\"",
                "str::postal | 8001 | \"8001\"",
                "geo::city | \"Melbourne\" | {\"name\":\"Melbourne\"}",
                "phn::phone | \"+61 (0)401 234 567\" | {\"phone\":\"61401234567\",\"parse_with_country_code\":true}",
                "phn::phone | \"0039 02 1234-5678\" | {\"phone\":\"390212345678\",\"parse_with_country_code\":true}",
                "phn::phone | \"0401/234.567\" | {\"n\":\"0401234567\"}",
                "phn::phone | 600123123 | {\"n\":\"600123123\"}",
                "phn::phone | 600123123.0 | {\"n\":\"600123123\"}",
                "dtz::b | \"1980-03-04\" | {\"year\":1980,\"month\":3,\"day\":4,\"timezone\":\"UTC\"}",
                "dtz::b | \"1980-03-04T23:30:00-05:00\" | {\"year\":1980,\"month\":3,\"day\":5,\"timezone\":\"UTC\"}",
                "date:Since | \"2024-02-29\" | {\"year\":2024,\"month\":2,\"day\":29,\"timezone\":\"UTC\"}",
                "time:Last order | \"2024-02-29T12:00:00.123456+02:00\" | \"2024-02-29T10:00:00.123Z\"",
                "time:Last order | \"2024-02-29\" | \"2024-02-29T10:00:00Z\"",
                "time:Last order | \"1940-02-29\" | \"1940-02-29T10:45:00Z\"",
                "integer:Points | 12 | 12",
                "integer:Points | 12.0 | 12",
                "decimal:Basket | 10.5 | 10500",
                "decimal:Basket | 0.30000000000000004 | 300",
                "currency:Basket | -1.9995 | -2000",
                "price:Basket | 7 | 7000",
                "bool:VIP | true | true",
                "text:Plan | true | \"true\"",
                "text:Plan | \"line 1\\nline 2\" | \"line 1 line 2\"",
                "large_text:Notes | \" line 1\\r\\n\\r\\nline\\t2\\u2028line\\u0000 3\\n\" | \"line 1\\n\\nline 2\\nline 3\"",
                "large_text:Notes | 1.50 | \"1.5\"",
                "single_select:Plan | \"Pro\" | \"Pro\"",
                "multi_select:Interests | \"Tea; Coffee;\" | [\"Tea\",\"Coffee\"]",
                "+link:Page | \"https://example.com/a\" | \"https://example.com/a\"",
            })
    void writesValuesAsOrttoTakesThem(String target, String attribute, String value) throws JsonProcessingException {
        assertThat(value(target, attribute).map(JsonNode::toString))
                .contains(JSON.readTree(value).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phn::phone | \"call me\"",
                "phn::phone | \"+12\"",
                "phn::phone | -401234567",
                "phn::phone | \"-401234567\"",
                "phn::phone | 12.3456",
                "phn::phone | -0.001",
                "phn::phone | 0.0005",
                "phn::phone | 0",
                "phn::phone | \"+1234567890123456\"",
                "dtz::b | \"yesterday\"",
                "integer:Points | 1.5",
                "integer:Points | 99999999999999999999",
                "decimal:Basket | 9999999999999999.9",
                "decimal:Basket | \"10\"",
                "bool:VIP | \"yes\"",
                "multi_select:Interests | \";\"",
            })
    void saysWhatDoesNotFit(String target, String attribute) throws JsonProcessingException {
        assertThat(value(target, attribute)).isEmpty();
    }

    @Test
    void takesTextsAsLongAsOrttoDoes() throws JsonProcessingException {
        String longest = "\"" + "\uD83D\uDE00".repeat(255) + "\"";
        assertThat(value("str::first", longest)).isPresent();
        assertThat(value("str::first", longest.replaceFirst("\"", "\"x"))).isEmpty();
        assertThat(value("large_text:Notes", "\"" + "x".repeat(4_000) + "\"")).isPresent();
        assertThat(value("large_text:Notes", "\"" + "x".repeat(4_001) + "\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bol::p",
                "bol::sp",
                "bol::gdpr",
                "str::s-ctx",
                "str::person_id",
                "tags",
                "str:cm:plan",
                "Email",
                "text:",
                "text: Plan",
                "object:More",
                "geo:City",
                "+single_select:Plan",
                "+str::first",
                "++text:Plan",
                "Text:Plan",
                "text:Line\nbreak"
            })
    void nothingElseCanBeFilled(String target) {
        assertThat(OrttoField.of(target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "str::email, string, true",
        "str::email, number, false",
        "phn::phone, number, true",
        "phn::phone, boolean, false",
        "decimal:Basket, number, true",
        "decimal:Basket, string, false",
        "dtz::b, date, true",
        "time:At, datetime, true",
        "time:At, string, false",
        "bool:VIP, boolean, true",
        "text:Any, datetime, true",
        "geo::city, number, false"
    })
    void holdsWhatFits(String target, String type, boolean holds) {
        assertThat(OrttoField.of(target).orElseThrow().holds(type)).isEqualTo(holds);
    }

    @Test
    void namesThatDifferInCaseAreOneField() {
        assertThat(identity("+integer:Loyalty Points")).isEqualTo(identity("text:loyalty points"));
        assertThat(identity("text:str::first")).isNotEqualTo(identity("str::first"));
    }

    private static String identity(String target) {
        return OrttoField.of(target).map(TargetField::identity).orElseThrow();
    }

    private static Optional<JsonNode> value(String target, String attribute) throws JsonProcessingException {
        JsonNode value = JSON.readTree(attribute);
        return OrttoField.of(target)
                .orElseThrow()
                .value(value, FieldText.of(value).orElseThrow());
    }
}
