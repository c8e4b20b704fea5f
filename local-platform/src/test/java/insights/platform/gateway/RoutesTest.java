package insights.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.port.Port;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "/hooks/refresh-completed, EXPORT_SERVICE",
        "/openapi/segment-service, SEGMENT_SERVICE"
    })
    void leadsToTheServiceThatHasThePath(String path, Port service) {
        assertThat(Routes.to(path)).contains(service);
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
