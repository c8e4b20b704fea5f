package insights.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import insights.console.testing.Browser;
import insights.console.testing.Provider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ServiceDownTest.Nobody.class)
@QuarkusTestResource(value = Provider.class, restrictToAnnotatedClass = true)
class ServiceDownTest {

    @Test
    void saysWhoDoesNotAnswer() {
        HttpResponse<String> answer = Browser.of("ada", "admin").fetch("/console/api/exports");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        String requestId = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(answer.body())
                .contains("urn:insights:problem:unavailable", "export-service does not answer", requestId);
    }

    /** All services are away. */
    public static class Nobody implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("insights.services.url.export-service", "http://localhost:1");
        }
    }
}
