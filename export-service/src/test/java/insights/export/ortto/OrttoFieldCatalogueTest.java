package insights.export.ortto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The fields that destination-service shows to choose from are those that a data matching may fill here. */
class OrttoFieldCatalogueTest {

    private static final Path SHOWN =
            Path.of("../destination-service/src/main/resources/connection-types/ortto/fields.json");

    private final JsonNode shown = read();

    @Test
    void standardFieldsAreTheSame() {
        assertThat(shown.get("standard"))
                .extracting(field -> field.get("target").textValue())
                .containsExactlyElementsOf(OrttoField.STANDARD.stream()
                        .map(OrttoField.BuiltIn::target)
                        .toList());
    }

    @Test
    void theFieldOfTheAddressIsTheIdentity() {
        assertThat(shown.get("standard"))
                .filteredOn(field -> field.get("type").textValue().equals("EMAIL"))
                .extracting(field -> field.get("target").textValue())
                .containsExactly(new OrttoFields().email());
    }

    @Test
    void eachStandardFieldHoldsWhatItIsSaidTo() {
        shown.get("standard").forEach(field -> {
            String type = field.get("type").textValue().equals("DATE") ? "date" : "string";
            assertThat(OrttoField.of(field.get("target").textValue())
                            .orElseThrow()
                            .holds(type))
                    .as(field.toString())
                    .isTrue();
        });
    }

    @Test
    void customFieldsAreNamedAsItIsSaid() {
        assertThat(OrttoField.of(shown.at("/custom/example").textValue())).containsInstanceOf(OrttoField.Custom.class);
        assertThat(shown.at("/custom/howTo").textValue())
                .contains(Arrays.stream(FieldShape.values())
                        .filter(shape -> shape != FieldShape.PLACE)
                        .map(FieldShape::type)
                        .toList());
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Files.readString(SHOWN));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
