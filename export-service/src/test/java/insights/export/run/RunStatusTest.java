package insights.export.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunStatusTest {

    @Test
    void goesFromTheQueueThroughProcessingToAnEnd() {
        assertThat(RunStatus.QUEUED.to(RunStatus.PROCESSING)).isEqualTo(RunStatus.PROCESSING);
        assertThat(RunStatus.PROCESSING.to(RunStatus.SUCCESSFUL)).isEqualTo(RunStatus.SUCCESSFUL);
        assertThat(RunStatus.FAILED_RETRYING.to(RunStatus.PROCESSING)).isEqualTo(RunStatus.PROCESSING);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELED", "SUCCESSFUL", "COMPLETED_WITH_WARNINGS", "FAILED_PERMANENT", "SKIPPED"})
    void staysAtItsEnd(RunStatus end) {
        assertThat(end.isFinal()).isTrue();
        for (RunStatus next : RunStatus.values()) {
            assertThatIllegalStateException().isThrownBy(() -> end.to(next));
        }
    }

    @Test
    void doesNotSkipProcessing() {
        assertThatIllegalStateException().isThrownBy(() -> RunStatus.QUEUED.to(RunStatus.SUCCESSFUL));
        assertThatIllegalStateException().isThrownBy(() -> RunStatus.FAILED_RETRYING.to(RunStatus.SKIPPED));
    }
}
