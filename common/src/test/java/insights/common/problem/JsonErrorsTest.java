package insights.common.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import insights.common.request.NulRefusal;
import insights.common.request.StrictJson;
import insights.common.request.Times;
import insights.common.request.WholeNumbers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told of bodies that cannot be read, whether they are read into a type or as they are. */
class JsonErrorsTest {

    private static final List<Class<?>> WAYS = List.of(Named.class, JsonNode.class);

    private final ObjectMapper mapper = new ObjectMapper();

    private record Named(String name, Instant at, Integer number, Object anything) {}

    @BeforeEach
    void asTheServicesReadThem() {
        new StrictJson().customize(mapper);
        new NulRefusal().customize(mapper);
        new Times().customize(mapper);
        new WholeNumbers().customize(mapper);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiter = '|', textBlock = """
                    {"name":"\u00ff\u00fe"}    | Send the text in UTF-8
                    {"name":"a\u00e9b"}         | Send the text in UTF-8
                    {"name":"a\u0001b"}         | Write control characters
                    {"name":"a\tb"}             | Write control characters
                    {"name":"a","name":"b"}     | Send every member once
                    {"name":tru}                | Send well-formed JSON
                    {"name":"a"                 | Send well-formed JSON
                    {"name":"a",}               | Send well-formed JSON
                    {name:1}                    | Send well-formed JSON
                    """)
    void saysWhatIsWrongWithTheTextAndWhere(String latin1, String start) {
        for (Class<?> way : WAYS) {
            HttpProblem problem = problem(latin1, way);
            assertThat(problem.getDetail()).startsWith(start).matches("(?s).* \\(line 1, column \\d+\\)\\.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"anything\":"})
    void saysThatJsonIsTooDeep(String opening) {
        for (Class<?> way : WAYS) {
            assertThat(problem("{\"anything\":" + opening.repeat(3_000), way).getDetail())
                    .isEqualTo("Send JSON of at most 1000 levels: this goes deeper.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"a\"} {}", "{\"name\":\"a\"} 1"})
    void saysThatSomethingFollows(String json) {
        assertThat(problem(json, Named.class).getDetail()).startsWith("Send one value of JSON");
    }

    @ParameterizedTest
    @CsvSource({"17,/name,not of the expected type", "'[]',/name,not of the expected type"})
    void pointsAtAValueOfAnotherType(String value, String pointer, String detail) {
        HttpProblem problem = problem("{\"name\":" + value + "}", Named.class);
        assertThat(problem.getDetail()).startsWith("Correct the type");
        assertThat(problem.getParameters().get("errors")).isEqualTo(List.of(new FieldError(pointer, detail)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "1.5", "-1e300"})
    void saysWhichNumbersThereCanBe(String value) {
        HttpProblem problem = problem("{\"number\":" + value + "}", Named.class);
        assertThat(problem.getParameters())
                .containsEntry(
                        "errors",
                        List.of(new FieldError("/number", "give a whole number from -2147483648 to 2147483647")));
    }

    private HttpProblem problem(String latin1, Class<?> type) {
        byte[] body = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return JsonErrors.problem(
                catchThrowableOfType(JsonProcessingException.class, () -> mapper.readValue(body, type)));
    }
}
