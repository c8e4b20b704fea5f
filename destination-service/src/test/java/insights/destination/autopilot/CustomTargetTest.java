package insights.destination.autopilot;

import static org.assertj.core.api.Assertions.assertThat;

import insights.destination.type.ExistingField;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomTargetTest {

    @ParameterizedTest
    @CsvSource({
        "Plan, string, string--Plan",
        "Loyalty Points, integer, integer--Loyalty--Points",
        "Last order at, date, date--Last--order--at",
        "Semi-annual, boolean, boolean--Semi-annual",
        "Wert in €, float, float--Wert--in--€"
    })
    void writesTypesAndSpacesAsAutopilotDoes(String name, String type, String target) {
        assertThat(target(name, type)).contains(target);
    }

    @ParameterizedTest
    @CsvSource({
        "'Two  spaces', string",
        "Dash- ed, string",
        "-Dash, string",
        "Double--dash, string",
        "'', string",
        "'Line\nbreak', string",
        "Mail, email",
        "Tags, list",
        "Plan, String",
    })
    void leavesOutWhatNoDataMatchingCanName(String name, String type) {
        assertThat(target(name, type)).isEmpty();
    }

    @Test
    void leavesOutWhatHasNoNameOrType() {
        assertThat(target(null, "string")).isEmpty();
        assertThat(target("Plan", null)).isEmpty();
    }

    private static Optional<String> target(String name, String type) {
        return CustomTarget.of(new CustomField(name, type)).map(ExistingField::target);
    }
}
