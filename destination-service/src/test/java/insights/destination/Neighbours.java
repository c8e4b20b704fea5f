package insights.destination;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The outside world of the service under test: Autopilot, Ortto, export-service and Keycloak, played by WireMock. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {

    private static final String PORT_PROPERTY = "insights.test.neighbours.port";

    private WireMockServer server;

    @Override
    public Map<String, String> start() {
        server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("localhost"));
        server.start();
        server.stubFor(
                WireMock.post(WireMock.urlPathMatching("/export-service/internal/connections/.*/(removed|closed)"))
                        .atPriority(9)
                        .willReturn(WireMock.noContent()));
        server.stubFor(WireMock.post(WireMock.urlEqualTo("/export-service/internal/export-counts"))
                .atPriority(9)
                .willReturn(WireMock.okJson("{\"connections\":{}}")));
        System.setProperty(PORT_PROPERTY, Integer.toString(server.port()));
        String allowed = endpoint("v1") + "," + endpoint("other") + "," + NOBODY_THERE;
        return Map.of(
                "insights.export-users.keycloak",
                endpoint("keycloak/admin/realms/insights"),
                // Tests that want a look take one.
                "insights.export-users.every",
                "1h",
                "insights.autopilot.default-endpoint",
                endpoint("v1"),
                "insights.autopilot.allowed-endpoints",
                allowed,
                "insights.ortto.default-endpoint",
                endpoint("ortto/v1"),
                "insights.ortto.allowed-endpoints",
                endpoint("ortto/v1") + "," + endpoint("ortto/eu/v1") + ",https://api.eu.ap3api.com/v1," + NOBODY_THERE,
                "quarkus.rest-client.export-service.url",
                endpoint("export-service"),
                "insights.notices.every",
                "1s");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    /** Port 1 (tcpmux) refuses connections. */
    public static final String NOBODY_THERE = "http://localhost:1/v1";

    public static String endpoint(String base) {
        return "http://localhost:" + System.getProperty(PORT_PROPERTY) + "/" + base;
    }

    /** To tell it what to answer, and to see what it was asked. */
    public static WireMock wireMock() {
        return new WireMock("localhost", Integer.getInteger(PORT_PROPERTY));
    }
}
