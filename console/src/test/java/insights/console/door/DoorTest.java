package insights.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import insights.console.testing.Browser;
import insights.console.testing.Provider;
import insights.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Provider.class)
@QuarkusTestResource(Services.class)
class DoorTest {

    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = Browser.of("ada", "admin");
    }

    @Test
    void whatChangesSomethingCarriesOurHeader() {
        assertThat(post(Map.of())).isEqualTo(403);
        assertThat(post(Map.of("X-Requested-With", "XMLHttpRequest"))).isEqualTo(200);
        assertThat(post(Browser.SCRIPT)).isEqualTo(200);
    }

    @Test
    void whatBrowsersSayOfItsOriginCounts() {
        assertThat(post(Map.of("X-Requested-With", "x", "Sec-Fetch-Site", "cross-site")))
                .isEqualTo(403);
        assertThat(post(Map.of("X-Requested-With", "x", "Sec-Fetch-Site", "same-site")))
                .isEqualTo(403);
        assertThat(post(Map.of("X-Requested-With", "x", "Origin", "https://evil.example.com")))
                .isEqualTo(403);
        assertThat(post(Map.of("X-Requested-With", "x", "Origin", "null"))).isEqualTo(403);
        assertThat(post(Map.of("X-Requested-With", "x", "Origin", Browser.base())))
                .isEqualTo(200);
    }

    @Test
    void otherSitesDoNotRead() {
        Map<String, String> image = Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors");
        HttpResponse<String> refused = browser.get("/console/api/exports", image);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:insights:problem:forbidden", "\"requestId\":");
        Map<String, String> opened =
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        assertThat(browser.get("/console/api/exports", opened).statusCode()).isEqualTo(200);
        Map<String, String> framed =
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe");
        assertThat(browser.get("/console/api/exports", framed).statusCode()).isEqualTo(403);
    }

    @Test
    void otherSitesDoNotSignPeopleOut() {
        Map<String, String> link =
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        assertThat(browser.get("/console/auth/logout", link).statusCode()).isEqualTo(403);
        assertThat(browser.fetch("/console/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void everythingIsStrict() {
        for (String path : new String[] {"/console/sign-in-failed.html", "/console/auth/me", "/console/api/exports"}) {
            HttpResponse<String> answer = browser.fetch(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
        }
        HttpResponse<String> page = browser.fetch("/console/sign-in-failed.html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("require-trusted-types-for 'script'");
        assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).contains("same-origin-allow-popups");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    private int post(Map<String, String> headers) {
        return browser.send(Browser.request("/console/api/exports", headers).POST(BodyPublishers.ofString("{}")))
                .statusCode();
    }
}
