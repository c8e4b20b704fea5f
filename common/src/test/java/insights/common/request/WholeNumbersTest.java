package insights.common.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @BeforeEach
    void asTheServicesReadThem() {
        new WholeNumbers().customize(mapper);
    }

    /** Case D16. */
    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0", "25.000", "2.5e1", "250E-1"})
    void takesAWholeNumberHoweverItIsWritten(String written) throws JsonProcessingException {
        assertThat(mapper.readValue(written, Integer.class)).isEqualTo(25);
        assertThat(mapper.readValue(written, int.class)).isEqualTo(25);
        assertThat(mapper.readValue(written, Long.class)).isEqualTo(25L);
        assertThat(mapper.readValue(written, long.class)).isEqualTo(25L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.5", "1e10", "\"25\"", "true"})
    void refusesWhatIsNone(String written) {
        assertThatThrownBy(() -> mapper.readValue(written, int.class)).isInstanceOf(JsonMappingException.class);
    }

    @Test
    void longNumbersKeepAllTheirDigits() throws JsonProcessingException {
        assertThat(mapper.readValue("9007199254740993.0", long.class)).isEqualTo(9_007_199_254_740_993L);
    }
}
