package insights.common.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.CodePointLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads who sent a value that will not do. */
class ViolationWordsTest {

    private record Values(
            @Size(max = 4) List<String> few,
            @Size(min = 1, max = 4) List<String> some,
            @Size(max = 1) List<String> one,
            @Size(min = 2, max = 2) List<String> pair,
            @Size(min = 2) List<String> several,
            @Size(max = 4) String shortText,
            @CodePointLength(max = 4) String name,
            @CodePointLength(min = 1, max = 4) String label,
            @NotNull String given,
            @NotBlank String blank,
            @Min(1) int low,
            @Max(5) int high,
            @Pattern(regexp = "a") String form,

            @Size(max = 4, message = "is too long for a badge")
            String badge) {}

    static Stream<Arguments> words() {
        List<String> five = Collections.nCopies(5, "x");
        return Stream.of(
                Arguments.of("few", five, "give up to 4 entries"),
                Arguments.of("some", five, "give 1 to 4 entries"),
                Arguments.of("one", five, "give up to 1 entry"),
                Arguments.of("pair", five, "give 2 entries"),
                Arguments.of("several", List.of("x"), "give at least 2 entries"),
                Arguments.of("shortText", "xxxxx", "give up to 4 characters"),
                Arguments.of("name", "xxxxx", "give up to 4 characters"),
                Arguments.of("label", "", "give 1 to 4 characters"),
                Arguments.of("given", null, "must be given"),
                Arguments.of("blank", " ", "must not be blank"),
                Arguments.of("blank", null, "must be given"),
                Arguments.of("low", 0, "must be 1 or more"),
                Arguments.of("high", 6, "must be 5 or less"),
                Arguments.of("form", "b", "is not of the form that the API description gives"),
                Arguments.of("badge", "xxxxx", "is too long for a badge"));
    }

    @ParameterizedTest
    @MethodSource("words")
    void saysWhatToGive(String component, Object value, String words) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            assertThat(validator.validateValue(Values.class, component, value))
                    .extracting(ViolationWords::of)
                    .containsExactly(words);
        }
    }
}
