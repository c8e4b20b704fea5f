package insights.platform.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import insights.common.testing.OpenApiAgreement;
import insights.platform.Build;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The three services are described in one language: one client can be generated of all of them. */
class OpenApisTest {

    @Test
    void oneNameIsOneThingInAllDescriptions() throws IOException {
        Path root = Build.ofThisProject().root();
        Map<String, JsonNode> apis = new HashMap<>();
        for (Service service : Service.values()) {
            Path description = root.resolve(service.title()).resolve("src/main/openapi/openapi.yaml");
            apis.put(service.title(), new YAMLMapper().readTree(description.toFile()));
        }
        assertThat(OpenApiAgreement.of(apis)).isEmpty();
    }
}
