package insights.common.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowTest {

    @Test
    void quotesWhatWouldBreakTheRow() {
        assertThat(CsvRow.of("plain", "a,b", "say \"hi\"", "two\nlines", "", null))
                .isEqualTo("\"plain\",\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,\r\n");
    }

    /** Case C37. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", "\uFF1D1"})
    void disarmsFormulas(String formula) {
        assertThat(CsvRow.of(formula)).startsWith("\"'").contains(formula);
    }

    /** Case D18. */
    @Test
    void disarmsFormulasBehindOtherSeparators() {
        assertThat(CsvRow.of("x;=1+1;y")).isEqualTo("\"x;'=1+1;y\"\r\n");
        assertThat(CsvRow.of("x; @SUM(A1)")).isEqualTo("\"x; '@SUM(A1)\"\r\n");
        assertThat(CsvRow.of("a;b|c - d")).isEqualTo("\"a;b|c - d\"\r\n");
    }
}
