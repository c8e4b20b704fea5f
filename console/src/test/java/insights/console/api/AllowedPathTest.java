package insights.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedPathTest {

    @ParameterizedTest
    @CsvSource({
        "/connections,DESTINATION_SERVICE",
        "/connection-types,DESTINATION_SERVICE",
        "/consent-texts/current,DESTINATION_SERVICE",
        "/profiles/fields/first%20name/values,SEGMENT_SERVICE",
        "/profiles/a%2Fb,SEGMENT_SERVICE",
        "/profiles/100%25,SEGMENT_SERVICE",
        "/profiles/a..b,SEGMENT_SERVICE",
        "/profile-imports/preview,SEGMENT_SERVICE",
        "/segments/members,SEGMENT_SERVICE",
        "/refreshes,SEGMENT_SERVICE",
        "/exports/1/runs/2/rejections.csv,EXPORT_SERVICE",
        "/runs,EXPORT_SERVICE"
    })
    void leadsToAService(String path, Upstream service) {
        assertThat(AllowedPath.to(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//connections",
                "/connections//internal",
                "/connections/",
                "/internal/connections/1/api-key",
                "/hooks/refresh-completed",
                "/q/health",
                "/q/metrics",
                "/openapi/export-service",
                "/Connections",
                "/%63onnections",
                "/connections;x=1",
                "/connections/../internal",
                "/connections/./1",
                "/connections/%2e%2e/internal",
                "/connections/%2E./internal",
                "/connections/..%2finternal",
                "/connections/..%5cinternal",
                "/connections/..;/internal",
                "/connections/..;x=1/internal",
                "/connections/%252e%252e/internal",
                "/connections/%25252e%25252e/internal",
                "/connections/%252e%252e%252finternal",
                "/connections/a%2f..%2f..%2finternal",
                "/connections\\..\\internal",
                "/connections/%00",
                "/connections/%0d%0aHost:x",
                "/connections/%zz",
                "connections"
            })
    void leadsNowhere(String path) {
        assertThat(AllowedPath.to(path)).isEmpty();
    }
}
