package insights.export.run;

import static org.assertj.core.api.Assertions.assertThat;

import insights.export.matching.RejectionReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every reason that people can meet is documented, and no other. */
class ReasonsTest {

    @Test
    void rejectionsAreDocumented() throws IOException {
        assertThat(documented("Why a profile was not exported"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RejectionReason.values())
                        .map(reason -> "| `%s` | %s |".formatted(reason, reason.text()))
                        .toList());
    }

    @Test
    void endsOfRunsAreDocumented() throws IOException {
        List<String> rows = documented("Why a run ended early");
        assertThat(rows)
                .extracting(row -> row.substring(0, row.indexOf(" |", row.indexOf("` | `") + 4)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(StopReason.values())
                        .filter(reason -> reason.kind() != StopReason.Kind.LET_GO)
                        .map(reason -> "| `%s` | `%s`".formatted(reason, status(reason)))
                        .toList());
    }

    @Test
    void warningsAreDocumented() throws IOException {
        assertThat(documented("What a run warns of"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(WarningReason.values())
                        .map(reason -> "| `%s` | %s |".formatted(reason, reason.text()))
                        .toList());
    }

    private static RunStatus status(StopReason reason) {
        return switch (reason.kind()) {
            case SKIPPED -> RunStatus.SKIPPED;
            case PERMANENT -> RunStatus.FAILED_PERMANENT;
            case RETRYING -> RunStatus.FAILED_RETRYING;
            case LET_GO -> throw new IllegalArgumentException("Nobody sees " + reason);
        };
    }

    private static List<String> documented(String heading) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "reasons.md"))) {
            return lines.dropWhile(line -> !line.equals("## " + heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("| `"))
                    .toList();
        }
    }
}
