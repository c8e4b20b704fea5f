package insights.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.Build;
import insights.platform.port.Port;
import insights.platform.services.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/connections, DESTINATION_SERVICE",
        "/connections/1/consent, DESTINATION_SERVICE",
        "/consent-texts/current, DESTINATION_SERVICE",
        "/profiles/fields, SEGMENT_SERVICE",
        "/segments, SEGMENT_SERVICE",
        "/exports/1/runs, EXPORT_SERVICE",
        "/runs, EXPORT_SERVICE",
        "/console/exports, CONSOLE",
        "/hooks/refresh-completed, EXPORT_SERVICE",
        "/openapi/segment-service, SEGMENT_SERVICE"
    })
    void leadsToTheServiceThatHasThePath(String path, Port service) {
        assertThat(Routes.to(path)).contains(service);
    }

    /** Whatever a service describes is reached through the gateway. */
    @ParameterizedTest
    @EnumSource
    void leadsEveryDescribedPathToItsService(Service service) throws IOException {
        Path description =
                Build.ofThisProject().root().resolve(service.title()).resolve("src/main/openapi/openapi.yaml");
        List<String> paths = Files.readString(description)
                .lines()
                .filter(line -> line.matches(" {2}/\\S*:"))
                .map(line -> line.strip().replace(":", ""))
                .filter(path -> !path.startsWith("/internal"))
                .toList();

        assertThat(paths).hasSizeGreaterThan(5).allSatisfy(path -> assertThat(Routes.to(path.replaceAll("[{}]", "")))
                .contains(service.port()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/unknown",
                "/connectionsX",
                "/internal/connections/1",
                "/connections/../internal/connections/1",
                "/connections/%2e%2e/internal/connections/1",
                "/connections/./.%2E/internal/connections/1/api-key",
                "//internal/connections/1",
                "/q/health",
                "/openapi/internal"
            })
    void leadsNowhereElse(String path) {
        assertThat(Routes.to(path)).isEmpty();
    }
}
