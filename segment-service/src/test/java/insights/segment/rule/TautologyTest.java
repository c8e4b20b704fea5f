package insights.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import insights.segment.field.FieldType;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Everybody by accident is found, and nobody who is meant is refused. */
class TautologyTest {

    private static final Rule A = condition("a", Operator.EQ, "x");
    private static final Rule B = condition("b", Operator.IN, "y");
    private static final Rule NOT_A = condition("a", Operator.NE, "x");
    private static final Rule NOT_B = condition("b", Operator.NOT_IN, "y");

    @Test
    void findsWhatHoldsForEverybody() {
        assertThat(Tautology.is(any(A, NOT_A))).isTrue();
        assertThat(Tautology.is(any(B, NOT_B))).isTrue();
        assertThat(Tautology.is(any(condition("a", Operator.EXISTS), condition("a", Operator.MISSING))))
                .isTrue();
        assertThat(Tautology.is(any(A, new Rule.Not(A)))).isTrue();
        assertThat(Tautology.is(new Rule.Not(all(A, B, NOT_A)))).isTrue();
        assertThat(Tautology.is(any(all(A, B), all(NOT_A, B), NOT_B))).isTrue();
        Rule segment = new Rule.InSegment(new UUID(0, 1));
        assertThat(Tautology.is(any(segment, new Rule.Not(segment)))).isTrue();
    }

    @Test
    void leavesAloneWhatDoesNot() {
        assertThat(Tautology.is(A)).isFalse();
        assertThat(Tautology.is(any(A, NOT_B))).isFalse();
        assertThat(Tautology.is(any(A, condition("a", Operator.NE, "y")))).isFalse();
        assertThat(Tautology.is(all(A, NOT_A))).isFalse();
        assertThat(Tautology.is(
                        any(new Rule.InSegment(new UUID(0, 1)), new Rule.Not(new Rule.InSegment(new UUID(0, 2))))))
                .isFalse();
    }

    @Test
    void believesWhoSaysEverybody() {
        assertThat(Tautology.is(new Rule.Everybody())).isFalse();
        assertThat(Tautology.is(any(A, new Rule.Everybody()))).isFalse();
    }

    @Test
    void givesUpOnRulesThatNobodyWritesByAccident() {
        Rule[] many = IntStream.range(0, 400)
                .mapToObj(i -> condition("f" + i, Operator.EXISTS))
                .toArray(Rule[]::new);
        assertThat(Tautology.is(any(any(many), A, NOT_A))).isFalse();
    }

    private static Rule condition(String field, Operator operator, Object... operands) {
        return new Rule.Condition(field, FieldType.STRING, operator, List.of(operands));
    }

    private static Rule any(Rule... parts) {
        return new Rule.Any(List.of(parts));
    }

    private static Rule all(Rule... parts) {
        return new Rule.All(List.of(parts));
    }
}
