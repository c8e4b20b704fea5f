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
}
