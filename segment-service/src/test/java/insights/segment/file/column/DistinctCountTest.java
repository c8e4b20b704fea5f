package insights.segment.file.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000, 10_000, 300_000})
    void isAboutHowManyDifferentTextsThereAre(int texts) {
        DistinctCount count = new DistinctCount();
        for (int i = 0; i < texts; i++) {
            count.add("customer" + i + "@example.com");
            count.add("Customer" + i + "@EXAMPLE.com");
        }
        assertThat(count.estimate()).isCloseTo(texts, withPercentage(6));
    }
}
