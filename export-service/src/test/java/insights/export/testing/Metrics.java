package insights.export.testing;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.List;

/** What the service tells an operator in numbers. */
public final class Metrics {

    private final String text;

    /** Scrapes. */
    public Metrics(URI endpoint) {
        text = given().accept("text/plain")
                .get(endpoint)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** The value of the one line of that name that has all these labels; 0 when there is none. */
    public double value(String name, String... labels) {
        List<Double> values = text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .toList();
        if (values.size() > 1) {
            throw new AssertionError("Several lines of " + name);
        }
        return values.isEmpty() ? 0 : values.getFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
