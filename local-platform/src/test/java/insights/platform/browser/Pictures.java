package insights.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotAnimations;
import insights.platform.Build;
import insights.platform.demo.MainJob;
import insights.platform.demo.SampleCustomers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writes the pictures of the guides and of README anew ({@code make pictures}), by going where the guides lead, among made-up
 * customers. The names that people give to things are in the language of the guide.
 */
@NeedsBrowser
class Pictures {

    private static final int CUSTOMERS = 2000;
    private static final long SEED = 1;
    private static final int WIDTH = 1120;

    /** They are read on slow lines, and kept in every clone for good. */
    private static final long LARGEST = 150_000;

    private static final Map<String, List<String>> NAMES = Map.of(
            "en", List.of("Italian newsletter", "Best customers", "Our Autopilot", "Newsletter"),
            "it", List.of("Newsletter italiana", "Clienti migliori", "Il nostro Autopilot", "La newsletter"),
            "es", List.of("Boletín italiano", "Mejores clientes", "Nuestro Autopilot", "El boletín"));

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "it-IT", "es-ES"})
    @Timeout(300)
    void ofTheGuide(String locale, Site site) throws IOException {
        Look look = Look.of(locale);
        List<String> names = NAMES.get(look.language());
        MainJob job =
                new MainJob(site.api(), site.platform().api(site.platform().signIn("contributor")));
        job.importCustomers(new SampleCustomers(SEED).csv(CUSTOMERS));
        String segment =
                job.makeSegment(names.get(0), Map.of("all", List.of(is("language", "it"), is("newsletter", true))));
        String best = job.makeSegment(names.get(1), Map.of("field", "total_spent", "op", "gte", "value", 1000));
        job.refresh();
        String connection = job.connect(names.get(2), site.newAccount(100), 100);
        String export = job.makeExport(names.get(3), connection, List.of(segment, best));

        Person admin = site.person("admin", look);
        Page page = admin.page();
        admin.opens("/segments/" + segment + "/edit");
        assertThat(page.locator(".insights-count")).isVisible();
        assertThat(page.locator(".insights-rule-row small")).hasCount(2);
        photograph(page, look, "segment", 640);
        admin.opens("/exports/" + export);
        admin.presses("export.run");
        assertThat(admin.dialog()).containsText(admin.say("preview.eligible"));
        photograph(page, look, "preview", 640);
        admin.inDialog("export.run").click();
        admin.sees(admin.say("run.status.COMPLETED_WITH_WARNINGS"));
        assertThat(page.locator("table")).hasCount(3);
        photograph(page, look, "run", 900);
    }

    private static void photograph(Page page, Look look, String name, int height) throws IOException {
        page.setViewportSize(WIDTH, height);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Path file = Build.ofThisProject()
                .root()
                .resolve("docs/guide/pictures")
                .resolve(look.language() + "-" + name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
        assertThat(Files.size(file)).as(file.toString()).isLessThan(LARGEST);
    }

    private static Map<String, Object> is(String field, Object value) {
        return Map.of("field", field, "op", "eq", "value", value);
    }
}
