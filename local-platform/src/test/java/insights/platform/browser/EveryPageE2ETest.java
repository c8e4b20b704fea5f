package insights.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every page, at three widths and in both themes: axe finds nothing, and nothing has to be scrolled sideways. The themes differ
 * in colours alone, so of the dark one axe looks at their contrast alone, and at the other widths at how near things are.
 */
@NeedsBrowser
@Order(14)
class EveryPageE2ETest {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String DARK = "pf-v6-theme-dark";
    /** When nothing is on its way any more: no colour from one theme to the other, no menu out of a screen that became narrow. */
    private static final String AT_REST =
            "!document.getAnimations().some(animation => animation instanceof CSSTransition)";

    private static final String IN_THEME = "theme => document.documentElement.classList.contains(theme) && " + AT_REST;

    private static final List<Integer> WIDTHS = List.of(320, 768, 1440);
    /** Where there is room for everything, axe has looked already. */
    private static final int NEAR_TOGETHER = 1_000;

    private Scene scene;

    @Test
    @Timeout(300)
    void isAccessibleAndFitsTheScreen(Site site) {
        scene = Scene.of(site, "every-page", 30, 100, true);
        scene.run();
        Person admin = site.person("admin");
        Page page = admin.page();
        List<String> faults = new ArrayList<>();
        for (String path : pages()) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            admin.opens(path);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            faults.addAll(ofAxe(new AxeBuilder(page).withTags(RULES), path));
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                faults.addAll(sideways(page, path, width));
                if (width < NEAR_TOGETHER) {
                    page.waitForFunction("() => " + AT_REST);
                    faults.addAll(ofAxe(
                            new AxeBuilder(page).withRules(List.of("target-size")), "%s (%d)".formatted(path, width)));
                }
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.waitForFunction(IN_THEME, DARK);
            faults.addAll(ofAxe(new AxeBuilder(page).withRules(List.of("color-contrast")), path + " (dark)"));
        }
        assertThat(faults).isEmpty();
    }

    private List<String> pages() {
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

    private static List<String> ofAxe(AxeBuilder axe, String path) {
        List<Rule> violations = axe.analyze().getViolations();
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
