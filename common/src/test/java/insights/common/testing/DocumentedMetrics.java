package insights.common.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code docs/metrics.md} says that a service tells, held against what it tells. */
public final class DocumentedMetrics {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)`");
    private static final Pattern TOLD = Pattern.compile("(?m)^# TYPE (\\w+) ");

    private DocumentedMetrics() {}

    /** Every metric of ours that the service tells by now is documented for it and no other, and those of all services are there. */
    public static void areWhatIsToldBy(String service, URI endpoint) {
        String told = given().accept("text/plain")
                .get(endpoint)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Set<String> names = names(TOLD, told);
        assertThat(names).containsAll(documented("All services"));
        names.removeIf(name -> !name.startsWith("insights_") || name.endsWith("_max"));
        assertThat(names).isEqualTo(documented(service));
    }

    private static Set<String> documented(String section) {
        try {
            String[] parts = Files.readString(DOCUMENT).split("(?m)^## " + Pattern.quote(section) + "$");
            assertThat(parts).as("sections that are called %s", section).hasSize(2);
            return names(ROW, parts[1].split("(?m)^## ")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
