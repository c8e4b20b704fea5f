package insights.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkNamesTest {

    private static final List<String> KNOWN = List.of("import-vs-copy", "refresh-vs-sql");

    @Test
    void namesWhatThereIsWhenSomethingElseIsAskedFor() {
        assertThat(BenchmarkNames.complaint(List.of("refresh-vs-sql", "import"), KNOWN))
                .hasValue("There is no benchmark \"import\". There are: import-vs-copy, refresh-vs-sql.");
        assertThat(BenchmarkNames.complaint(List.of("import-vs-copy"), KNOWN)).isEmpty();
        assertThat(BenchmarkNames.complaint(List.of(), KNOWN)).isEmpty();
    }
}
