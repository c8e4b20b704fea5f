package insights.common.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The committed API description is the one the service serves. After a wanted change, {@code make openapi} writes it
 * anew.
 */
public abstract class OpenApiContract {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private static final Path COMMITTED = Path.of("src/main/openapi/openapi.yaml");

    /** The name of the service. */
    protected abstract String service();

    @Test
    void nobodyStumblesOverTheDescription() throws IOException {
        assertThat(OpenApiLint.of(new YAMLMapper().readTree(COMMITTED.toFile())))
                .isEmpty();
    }

    @Test
    void theDescriptionSaysNothingInTwoWays() throws IOException {
        assertThat(OpenApiVocabulary.of(new YAMLMapper().readTree(COMMITTED.toFile())))
                .isEmpty();
    }

    /** What is sent for nothing was sent for something. */
    @Test
    void operationsThatTakeNoBodyRefuseOne() throws IOException {
        List<String> taken = new ArrayList<>();
        new YAMLMapper().readTree(COMMITTED.toFile()).path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> {
                    String method = operation.getKey().toUpperCase(Locale.ROOT);
                    boolean isBare =
                            CHANGING.contains(method) && !operation.getValue().has("requestBody");
                    if (isBare && !isRefused(method, path.getKey(), "{\"x\":1}")) {
                        taken.add(method + " " + path.getKey());
                    }
                    if (isBare && isRefused(method, path.getKey(), "{ }")) {
                        taken.add(method + " " + path.getKey() + " refuses what says nothing");
                    }
                }));
        assertThat(taken).isEmpty();
    }

    private static boolean isRefused(String method, String path, String body) {
        Response answer = given().auth()
                .oauth2(Tokens.token("admin"))
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .request(method, path.replaceAll("\\{[^/]+}", UUID.randomUUID().toString()));
        return answer.statusCode() == 400 && answer.path("detail").equals("Send no body: this operation takes none.");
    }

    @Test
    void committedDescriptionIsTheServedOne() throws IOException {
        String served = given().auth()
                .oauth2(Tokens.token("viewer"))
                .get("/openapi/" + service())
                .asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, served);
        }
        assertThat(served)
                .as("src/main/openapi/openapi.yaml differs from what is served; run `make openapi` and commit it")
                .isEqualTo(Files.readString(COMMITTED));
    }
}
