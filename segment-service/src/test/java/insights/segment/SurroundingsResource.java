package insights.segment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** What the service needs besides a database and an identity provider: a stand-in for export-service, and a key. */
public class SurroundingsResource implements QuarkusTestResourceLifecycleManager {

    /** The class loaders of a test and of its resources differ, system properties do not. */
    private static final String PORT = "insights.test.export-service.port";

    private WireMockServer server;

    /** The stand-in for export-service. */
    public static WireMock exportService() {
        return WireMock.create().port(Integer.getInteger(PORT)).build();
    }

    @Override
    public Map<String, String> start() {
        server = new WireMockServer(
                WireMockConfiguration.options().bindAddress("localhost").dynamicPort());
        server.start();
        server.stubFor(post("/hooks/refresh-completed").willReturn(aResponse().withStatus(202)));
        server.stubFor(post("/hooks/profiles-erased").willReturn(aResponse().withStatus(202)));
        server.stubFor(get("/internal/segments/export-counts").willReturn(okJson("{\"items\":[]}")));
        server.stubFor(get(urlPathMatching("/internal/segments/[^/]+/exports")).willReturn(okJson("{\"items\":[]}")));
        server.stubFor(post("/internal/segments/exports").willReturn(okJson("{\"items\":[]}")));
        System.setProperty(PORT, Integer.toString(server.port()));
        return Map.of(
                "quarkus.rest-client.export-service.url", server.baseUrl(),
                "insights.erasure.key", "not-a-secret-only-for-this-run-of-the-tests",
                "insights.announcement.poll", "0.2s",
                "insights.announcement.first-wait", "0.2s",
                "insights.import.poll", "1s",
                "insights.refresh.poll", "1s",
                "insights.erasure.max-wait", "2s");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }
}
