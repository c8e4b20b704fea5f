package insights.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule is read as it is written, and no more of it than there may be. */
class RuleReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"all\":[{\"any\":[{\"not\":{\"field\":\"f\",\"op\":\"exists\"}}]}]}",
                "{\"segment\":\"00000000-0000-7000-8000-000000000001\"}",
                "{\"everybody\":true}",
                "{\"field\":\"f\",\"op\":\"notIn\",\"value\":[\"a\",1.50,true]}",
                "{\"field\":\"f\",\"op\":\"eq\",\"value\":-3}"
            })
    void isWrittenAsItWasRead(String rule) throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(read(rule))).isEqualTo(rule);
        assertThat(read(JSON.writeValueAsString(read(rule)))).isEqualTo(read(rule));
    }

    @Test
    void keepsNoMoreThanThereMayBe() throws JsonProcessingException {
        RuleDefinition.Any any = (RuleDefinition.Any) read("{\"any\":[" + "{\"all\":1},".repeat(100_000) + "1]}");
        assertThat(any.any()).hasSizeLessThanOrEqualTo(RuleReader.MAX_PARTS + 1);
        RuleDefinition.Condition in = (RuleDefinition.Condition)
                read("{\"field\":\"f\",\"op\":\"in\",\"value\":[" + "1,".repeat(100_000) + "[[1]]]}");
        assertThat(((RuleValue.Many) in.value()).values()).hasSize(RuleReader.MAX_LIST + 1);
        RuleDefinition.Condition eq = (RuleDefinition.Condition)
                read("{\"field\":\"f\",\"op\":\"eq\",\"value\":\"" + "x".repeat(100_000) + "\"}");
        assertThat(((RuleValue.Text) eq.value()).text()).hasSize(OperandParser.MAX_TEXT + 1);
    }

    @Test
    void goesNoDeeperThanItMay() throws JsonProcessingException {
        RuleDefinition rule = read("{\"not\":".repeat(900) + "1" + "}".repeat(900));
        int depth = 0;
        while (rule instanceof RuleDefinition.Not(RuleDefinition part)) {
            rule = part;
            depth++;
        }
        assertThat(depth).isEqualTo(RuleReader.MAX_DEPTH);
        assertThat(rule).isInstanceOf(RuleDefinition.Unreadable.class);
    }

    /** The names that the description lists are those that are read. */
    @Test
    void knowsEachOperatorByOneName() throws JsonProcessingException {
        for (Operator operator : Operator.values()) {
            assertThat(JSON.writeValueAsString(operator)).isEqualTo('"' + operator.label() + '"');
        }
        assertThat(Arrays.stream(Operator.values()).map(Operator::label))
                .isEqualTo(List.of(
                        "eq",
                        "ne",
                        "in",
                        "notIn",
                        "gt",
                        "gte",
                        "lt",
                        "lte",
                        "between",
                        "contains",
                        "startsWith",
                        "endsWith",
                        "exists",
                        "missing",
                        "before",
                        "after",
                        "withinDays",
                        "olderThanDays"));
    }

    private static RuleDefinition read(String rule) throws JsonProcessingException {
        return JSON.readValue(rule, RuleDefinition.class);
    }
}
