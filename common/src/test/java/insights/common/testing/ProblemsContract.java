package insights.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.problem.CommonProblem;
import insights.common.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} explains exactly the problems that a service answers with. */
public abstract class ProblemsContract {

    /** The heading of the service in the document. */
    protected abstract String service();

    /** All kinds of problems of the service's own. */
    protected abstract ProblemType[] types();

    @Test
    void problemsAreDocumented() throws IOException {
        assertThat(documented(service())).containsExactlyInAnyOrderElementsOf(rows(types()));
        assertThat(documented("Every service")).containsExactlyInAnyOrderElementsOf(rows(CommonProblem.values()));
    }

    private static List<String> rows(ProblemType[] types) {
        return Arrays.stream(types)
                .map(type ->
                        "| `" + type.uri().toString().substring(ProblemType.PREFIX.length()) + "` | " + type.status())
                .toList();
    }

    private static List<String> documented(String heading) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "problems.md"))) {
            return lines.dropWhile(line -> !line.equals("## " + heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> line.substring(0, line.indexOf(" |", line.indexOf("` |") + 3)))
                    .toList();
        }
    }
}
