package insights.sandbox.autopilot.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import insights.sandbox.answer.Refusal;
import insights.sandbox.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomFieldTest {

    @ParameterizedTest
    @CsvSource({
        "string--Test--Field, STRING, Test Field",
        "integer--Age, INTEGER, Age",
        "float--Total--Spent, FLOAT, Total Spent",
        "boolean--Is--VIP, BOOLEAN, Is VIP",
        "date--NPS--Date, DATE, NPS Date",
        "string--a-b, STRING, a-b"
    })
    void readsTypeAndNameFromAKey(String key, CustomField.Type type, String name) {
        assertThat(CustomField.ofKey(key)).contains(new CustomField(type, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"age", "Email", "text--Age", "string--", "--Age", "string-Age", "strings--Age", "String--Age"})
    void seesNoCustomFieldInOtherKeys(String key) {
        assertThat(CustomField.ofKey(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STRING | \"x\" | \"x\"",
                "STRING | 5 | \"5\"",
                "INTEGER | 5 | 5",
                "INTEGER | \"5\" | 5",
                "FLOAT | 5 | 5.0",
                "FLOAT | \"2.5\" | 2.5",
                "BOOLEAN | true | true",
                "BOOLEAN | \"false\" | false",
                "DATE | \"2017-01-14T11:58:42Z\" | \"2017-01-14T11:58:42.000Z\"",
                "DATE | \"2017-01-14T11:58:42+02:00\" | \"2017-01-14T09:58:42.000Z\"",
                "DATE | \"2017-01-14T11:58:42.123\" | \"2017-01-14T11:58:42.123Z\"",
                "DATE | \"2016-11-22\" | \"2016-11-22T00:00:00.000Z\"",
                "DATE | 5 | \"1970-01-01T00:00:00.005Z\""
            })
    void keepsAValueAsItsType(CustomField.Type type, String sent, String kept) throws IOException {
        assertThat(new CustomField(type, "F").normalise(Json.parse(bytes(sent))))
                .hasToString(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTEGER | \"five\"",
                "INTEGER | 5.5",
                "FLOAT | \"\"",
                "BOOLEAN | \"yes\"",
                "DATE | \"14/01/2017\"",
                "DATE | \"2017-02-30\"",
                "STRING | {}",
                "STRING | [\"x\"]"
            })
    void refusesWhatCannotBeReadAsTheType(CustomField.Type type, String sent) {
        assertThatThrownBy(() -> new CustomField(type, "Some Field").normalise(Json.parse(bytes(sent))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Some Field");
    }

    @Test
    void writesItsTypeAsAutopilotDoes() {
        assertThat(CustomField.Type.BOOLEAN).hasToString("boolean");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
