package insights.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import insights.console.testing.Browser;
import insights.console.testing.Provider;
import insights.console.testing.Services;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Provider.class)
@QuarkusTestResource(Services.class)
class PageTest {

    @Test
    void leadsToTheFirstPage() {
        for (String path : new String[] {"/", "/console"}) {
            HttpResponse<String> answer = new Browser().get(path, Map.of());
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(path)
                    .endsWith("/console/");
        }
    }

    @Test
    void whatIsNoPageIsNotFound() {
        Browser browser = Browser.of("ada", "admin");
        for (String path :
                new String[] {"/console/assets/gone-12345678.js", "/console/index.php", "/console/auth/else"}) {
            HttpResponse<String> answer = browser.fetch(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("urn:insights:problem:not-found");
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
        }
        HttpResponse<String> posted =
                browser.send(Browser.request("/console/exports", Browser.SCRIPT).POST(BodyPublishers.ofString("x")));
        assertThat(posted.statusCode()).isEqualTo(404);
    }

    @Test
    void filesAreSmallOnTheirWayAndSentOnce() {
        String path = "/console/sign-in-failed.html";
        Browser browser = new Browser();
        HttpResponse<String> plain = browser.get(path, Map.of());
        assertThat(plain.body()).contains("<h1>");
        assertThat(plain.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        for (String none : new String[] {"br", "gzip;q=0", "gzip; q=0.0"}) {
            assertThat(browser.get(path, Map.of("Accept-Encoding", none)).body())
                    .as(none)
                    .isEqualTo(plain.body());
        }
        HttpResponse<String> compressed = browser.get(path, Map.of("Accept-Encoding", "br, gzip;q=0.5"));
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(compressed.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isLessThan(plain.headers().firstValueAsLong("Content-Length").orElseThrow());
        String etag = plain.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = browser.get(path, Map.of("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }
}
