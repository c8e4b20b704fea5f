package insights.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, in both themes and at three widths: axe finds nothing, and nothing has to be scrolled sideways. */
@NeedsBrowser
@Order(14)
class EveryPageE2ETest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<Integer> WIDTHS = List.of(320, 768, 1440);
    private static Scene scene;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Timeout(300)
    void isAccessibleAndFitsTheScreen(boolean dark, Site site) {
        if (scene == null) {
            scene = Scene.of(site, "every-page", 30, 100, true);
            scene.run();
        }
        Person admin = site.person("admin", dark ? Look.ENGLISH.dark() : Look.ENGLISH);
        List<String> faults = new ArrayList<>();
        for (String path : pages()) {
            admin.opens(path);
            admin.page().waitForLoadState(LoadState.NETWORKIDLE);
            faults.addAll(ofAxe(admin.page(), path));
            for (int width : WIDTHS) {
                admin.page().setViewportSize(width, 900);
                faults.addAll(sideways(admin.page(), path, width));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> pages() {
        String run = scene.api()
                .get("/runs?exportId=" + scene.export())
                .succeeded()
                .json()
                .at("/items/0/id")
                .textValue();
        return List.of(
                "/",
                "/customers",
                "/customers?tab=profiles",
                "/customers?tab=imports",
                "/segments",
                "/segments/new",
                "/segments/" + scene.segment(),
                "/segments/" + scene.segment() + "/edit",
                "/exports",
                "/exports/new",
                "/exports/" + scene.export(),
                "/exports/" + scene.export() + "?tab=runs",
                "/exports/" + scene.export() + "?tab=changes",
                "/exports/" + scene.export() + "/edit",
                "/exports/" + scene.export() + "/runs/" + run,
                "/refreshes",
                "/connections",
                "/connections/new",
                "/connections/" + scene.connection(),
                "/audit",
                "/preferences",
                "/nothing-here");
    }

    private static List<String> ofAxe(Page page, String path) {
        List<Rule> violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        return violations.stream()
                .map(rule -> "%s: %s, %s"
                        .formatted(
                                path, rule.getId(), rule.getNodes().getFirst().getHtml()))
                .toList();
    }

    private static List<String> sideways(Page page, String path, int width) {
        int most = (Integer)
                page.evaluate(
                        "() => Math.max(document.documentElement.scrollWidth, document.querySelector('main')?.scrollWidth ?? 0)");
        return most > width ? List.of("%s is %d wide at %d".formatted(path, most, width)) : List.of();
    }
}
