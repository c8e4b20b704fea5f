package insights.common.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The committed API description is the one the service serves. After a wanted change, {@code make openapi} writes it
 * anew.
 */
public abstract class OpenApiContract extends DescribedOperations {

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
