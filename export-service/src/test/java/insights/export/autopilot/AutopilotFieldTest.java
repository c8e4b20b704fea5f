package insights.export.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutopilotFieldTest {

    @ParameterizedTest
    @ValueSource(strings = {"Email", "FirstName", "MailingPostalCode", "LinkedIn"})
    void knowsStandardFields(String name) {
        assertThat(AutopilotField.of(name)).containsInstanceOf(AutopilotField.Standard.class);
    }

    @ParameterizedTest
    @CsvSource({
        "string--Test--Field, STRING",
        "integer--NPS, INTEGER",
        "float--Average--basket, FLOAT",
        "boolean--Likes-coffee, BOOLEAN",
        "date--NPS--Date, DATE",
        "string--Città, STRING"
    })
    void knowsCustomFieldsWithTheirType(String name, AutopilotField.Type type) {
        assertThat(AutopilotField.of(name)).contains(new AutopilotField.Custom(name, type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "unsubscribed",
                "contact_id",
                "owner_name",
                "Birthday",
                "string--",
                "text--Name",
                "string--A----B",
                "string-Name",
                "string--Two words",
                "--Name",
                "string--Name--",
                "null--Name"
            })
    void refusesWhatAutopilotWouldNotUnderstandOrAnExportMustNotFill(String name) {
        assertThat(AutopilotField.of(name)).isEmpty();
    }

    @Test
    void refusesLongNamesInNoTime() {
        assertThat(AutopilotField.of("string--" + "a-".repeat(50_000))).isEmpty();
    }

    /** destination-service lists them for people ({@code GET /connections/{id}/fields}); this service takes them. */
    @Test
    void standardFieldsAreThoseThatDestinationServiceLists() throws IOException {
        Path catalogue = Path.of(
                "..",
                "destination-service",
                "src",
                "main",
                "resources",
                "connection-types",
                "autopilot",
                "fields.json");
        JsonNode fields = new ObjectMapper().readTree(catalogue.toFile());
        assertThat(fields.path("standard").findValuesAsText("target"))
                .containsExactlyInAnyOrderElementsOf(AutopilotField.STANDARD);
        assertThat(fields.path("custom").path("types"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AutopilotField.Type.values())
                        .map(Enum::name)
                        .toList());
    }
}
