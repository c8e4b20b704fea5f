package insights.common.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds for each operation that a service's description has, whatever it does. */
abstract class DescribedOperations {

    static final Path COMMITTED = Path.of("src/main/openapi/openapi.yaml");

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final List<String> wrong = new ArrayList<>();

    private interface Operation {
        void see(String method, String path, JsonNode described);
    }

    /** What is sent for nothing was sent for something. */
    @Test
    void operationsThatTakeNoBodyRefuseOne() throws IOException {
        forEach((method, path, described) -> {
            if (CHANGING.contains(method) && !described.has("requestBody")) {
                if (!isRefused(method, path, "{\"x\":1}")) {
                    wrong.add(method + " " + path);
                }
                if (isRefused(method, path, "{ }")) {
                    wrong.add(method + " " + path + " refuses what says nothing");
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static boolean isRefused(String method, String path, String body) {
        Response answer = caller().contentType("application/json").body(body).request(method, path);
        return answer.statusCode() == 400 && answer.path("detail").equals("Send no body: this operation takes none.");
    }

    /** Cases D10, D11. */
    @Test
    void eachPathSaysWhatMayBeDoneThere() throws IOException {
        for (var path : paths().properties()) {
            Set<String> allowed = new TreeSet<>(Set.of("OPTIONS"));
            path.getValue().fieldNames().forEachRemaining(method -> allowed.add(method.toUpperCase(Locale.ROOT)));
            if (allowed.contains("GET")) {
                allowed.add("HEAD");
            }
            for (String method : List.of("GET", "PUT", "PATCH", "POST", "DELETE")) {
                if (!allowed.contains(method)) {
                    Response answer = caller().request(method, anyOf(path.getKey()));
                    if (answer.statusCode() != 405
                            || !String.join(", ", allowed).equals(answer.header("Allow"))) {
                        wrong.add("%s %s: %d, Allow: %s"
                                .formatted(method, path.getKey(), answer.statusCode(), answer.header("Allow")));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Case D14. */
    @Test
    void eachOperationRefusesParametersThatNobodyKnows() throws IOException {
        forEach((method, path, described) -> {
            String type = described.at("/requestBody/content").properties().stream()
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("application/json");
            Response answer = caller().contentType(type).request(method, path + "?surprise=1");
            // Beside people the platform has its operations.
            if (answer.statusCode() == 403) {
                answer = as("platform").contentType(type).request(method, path + "?surprise=1");
            }
            if (answer.statusCode() != 422 || !answer.asString().contains("\"pointer\":\"surprise\"")) {
                wrong.add("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.asString()));
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static void forEach(Operation each) throws IOException {
        paths().properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> each.see(
                        operation.getKey().toUpperCase(Locale.ROOT), anyOf(path.getKey()), operation.getValue())));
    }

    private static JsonNode paths() throws IOException {
        return new YAMLMapper().readTree(COMMITTED.toFile()).path("paths");
    }

    private static String anyOf(String path) {
        return path.replaceAll("\\{[^/]+}", UUID.randomUUID().toString());
    }

    private static RequestSpecification caller() {
        return as("admin");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.token(role)).header("If-Match", "*");
    }
}
