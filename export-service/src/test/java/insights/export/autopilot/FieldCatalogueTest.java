package insights.export.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The fields that destination-service shows to choose from are those that a data matching may fill here. */
class FieldCatalogueTest {

    private static final Path SHOWN =
            Path.of("../destination-service/src/main/resources/connection-types/autopilot/fields.json");

    private final JsonNode shown = read();

    @Test
    void standardFieldsAreTheSame() {
        assertThat(shown.get("standard"))
                .extracting(field -> field.get("target").textValue())
                .containsExactlyInAnyOrderElementsOf(AutopilotField.STANDARD);
    }

    @Test
    void theFieldOfTheAddressIsTheIdentity() {
        assertThat(shown.get("standard"))
                .filteredOn(field -> field.get("type").textValue().equals("EMAIL"))
                .extracting(field -> field.get("target").textValue())
                .containsExactly(AutopilotField.EMAIL);
    }

    @Test
    void customFieldsHaveTheSameTypesAndForm() {
        assertThat(shown.at("/custom/types"))
                .extracting(JsonNode::textValue)
                .containsExactlyElementsOf(Arrays.stream(AutopilotField.Type.values())
                        .map(Enum::name)
                        .toList());
        assertThat(AutopilotField.of(shown.at("/custom/example").textValue()))
                .containsInstanceOf(AutopilotField.Custom.class);
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Files.readString(SHOWN));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
