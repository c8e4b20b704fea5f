package insights.common.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

    @ParameterizedTest
    @CsvSource({
        "Ann.Lee@example.com, •••.•••@•••••••.•••",
        "1991-02-03, ••••-••-••",
        "+39 02 1234, +•• •• ••••",
        "J. R., •. •.",
        "李 明, • •",
        "नीता, ••••",
        "Łukasz 😀, •••••• •"
    })
    void leavesTheFormAndNothingElse(String value, String masked) {
        assertThat(Mask.of(Map.of("field", value))).isEqualTo(Map.of("field", masked));
    }

    @Test
    void hidesNumbersAndWhatIsInsideAndLeavesTrueAndFalse() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("points", 42.5);
        values.put("vip", true);
        values.put("nothing", null);
        values.put("custom", Map.of("string--Town", "Rome"));
        values.put("tags", List.of("Best", Map.of("of", 3)));
        assertThat(Mask.of(values).toString())
                .isEqualTo("{points=••.•, vip=true, nothing=null, custom={string--Town=••••}, tags=[••••, {of=•}]}");
    }
}
