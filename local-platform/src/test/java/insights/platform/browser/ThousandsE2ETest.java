package insights.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * With 10,000 exports, 1,000 segments and 100,000 rejections the pages are right, and what is behind the first page is found. The last
 * of the tests, because nobody takes them away again; how long each step took is in {@code target/console-waits.txt}.
 */
@NeedsBrowser
@Order(20)
class ThousandsE2ETest {

    private static final String LINKS = "main td a";
    private static final String TROUBLED = "%,d".formatted(Thousands.EXPORTS / Thousands.FAILS_EVERY);

    @Test
    @Timeout(300)
    void areFoundWhereverTheyAre(Site site) throws Exception {
        Scene scene = Scene.of(site, "before-thousands", 5, 100, true);
        scene.run();
        String run = scene.api()
                .get("/runs?exportId=" + scene.export())
                .succeeded()
                .json()
                .at("/items/0/id")
                .textValue();
        new Thousands(site.platform(), scene, run).make();
        Person admin = site.person("admin");
        Stopwatch watch = new Stopwatch(admin.page());

        home(admin, watch);
        exports(admin, watch);
        segments(admin, watch);
        rejections(admin, watch, scene, run);
    }

    private static void home(Person admin, Stopwatch watch) throws Exception {
        watch.opens("Home, opened by its address", admin.address("/"), "main li a", "thousands 0" + Thousands.SOONEST);
        admin.seesLike("home.exports");
        Locator next = admin.page()
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("thousands 0" + Thousands.SOONEST));
        assertThat(next.first()).isVisible();
        Locator troubled = admin.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(admin.like("home.moreTrouble")));
        // Others of the platform may have failed too.
        assertThat(digits(troubled.textContent())).isGreaterThanOrEqualTo(digits(TROUBLED));
        troubled.click();
        assertThat(admin.title()).hasText(admin.say("nav.exports"));
        assertThat(rows(admin)).hasCount(50);
        assertThat(admin.page().getByRole(AriaRole.GRID)).not().containsText(admin.say("run.status.SUCCESSFUL"));
    }

    private static void exports(Person admin, Stopwatch watch) throws Exception {
        admin.goesTo("nav.home");
        watch.clicks("Exports, from Home", navigation(admin, "exports"), LINKS, "thousands 00001");
        watch.clicks("Next page of the exports", admin.button("list.next"), LINKS, "thousands 00060");
        Locator search = admin.field("list.search");
        search.pressSequentially("thousands 0777");
        // What is typed while the list comes is not lost, and goes where it is meant to go.
        search.pressSequentially("7");
        watch.sees("One export, searched for by its name", LINKS, "thousands 07777");
        assertThat(rows(admin)).hasCount(1);
        assertThat(search).isFocused();
        assertThat(search).hasValue("thousands 07777");
        search.fill("");
        assertThat(rows(admin)).hasCount(50);
        watch.clicks(
                "Exports sorted backwards",
                admin.page().locator("main th button").first(),
                LINKS,
                "thousands 10000");
        admin.opens("/exports?sort=-displayName&q=thousands");
        assertThat(rows(admin).first()).containsText("thousands 10000");
    }

    private static void segments(Person admin, Stopwatch watch) throws Exception {
        admin.goesTo("nav.home");
        watch.clicks("Segments, from Home", navigation(admin, "segments"), LINKS, "thousands 00001");
        admin.types("list.search", "thousands 00999");
        watch.sees("One segment, searched for by its name", LINKS, "thousands 00999");
        watch.opens("Set up an export, opened by its address", admin.address("/exports/new"), "label", "thousands 000");
        admin.types("list.search", "thousands 00999");
        admin.page().getByLabel("thousands 00999").check();
    }

    private static void rejections(Person admin, Stopwatch watch, Scene scene, String run) throws Exception {
        String path = "/exports/%s/runs/%s".formatted(scene.export(), run);
        watch.opens("Run with its rejections, opened by its address", admin.address(path), "main td", "nobody-000001");
        Locator search = admin.field("run.searchId");
        search.fill("nobody-099999");
        watch.sees("One rejection, searched for by its id", "main td", "nobody-099999");
        assertThat(admin.page().locator("main td code")).hasCount(1);
        assertThat(admin.page()).hasURL(Pattern.compile("q=nobody-099999"));
    }

    private static Locator navigation(Person admin, String page) {
        return admin.page().locator("nav a[href='/console/%s']".formatted(page));
    }

    private static Locator rows(Person admin) {
        return admin.page().getByRole(AriaRole.GRID).locator("tbody tr");
    }

    private static long digits(String text) {
        return Long.parseLong(text.replaceAll("\\D", ""));
    }
}
