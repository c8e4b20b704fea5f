package insights.console;

import insights.common.testing.DrainContract;
import java.util.Map;

/** A page is there to the end: whoever is still sent to a replica that stops must not get an empty one. */
class DrainIT extends DrainContract {

    @Override
    protected Map<String, String> config() {
        return Map.of(
                "insights.console.session-secret", "a-secret-of-nobody-0123456789-abcdef",
                "quarkus.oidc.credentials.secret", "another-secret-of-nobody",
                "insights.services.url.destination-service", "http://localhost:1",
                "insights.services.url.segment-service", "http://localhost:1",
                "insights.services.url.export-service", "http://localhost:1");
    }

    @Override
    protected String path() {
        return "/console/sign-in-failed.html";
    }

    @Override
    protected int status() {
        return 200;
    }
}
