package insights.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the other two roles see, what they can do, and how they are told why not. */
@NeedsBrowser
@Order(11)
class RolesInBrowserE2ETest {

    @Test
    @Timeout(240)
    void viewerSeesAndCannotChange(Site site) {
        Scene scene = Scene.of(site, "for-viewers", 5, 100, true);
        scene.run();
        Person viewer = site.person("viewer");
        assertThat(navigation(viewer, "nav.connections")).isHidden();
        assertThat(navigation(viewer, "nav.audit")).isHidden();
        viewer.goesTo("nav.customers");
        viewer.sees("cohort");
        assertThat(viewer.button("import.title")).isHidden();
        assertThat(viewer.tab("customer.profiles")).isHidden();
        assertThat(viewer.tab("customer.imports")).isHidden();
        viewer.goesTo("nav.segments");
        viewer.sees("for-viewers");
        assertThat(viewer.link("segment.new")).isHidden();
        viewer.goesTo("nav.exports");
        viewer.linkTo("for-viewers").first().click();
        assertThat(viewer.title()).hasText("for-viewers");
        assertThat(viewer.button("export.run")).isHidden();
        viewer.tab("export.runs").click();
        viewer.page().getByRole(AriaRole.GRID).getByRole(AriaRole.LINK).first().click();
        assertThat(viewer.title()).hasText(viewer.say("run.title"));
        viewer.sees(viewer.say("funnel.there"));
        viewer.opens("/exports/" + scene.export() + "/edit");
        assertIsTold(viewer, "role.contributor");
        viewer.opens("/connections");
        assertIsTold(viewer, "role.contributor");
        viewer.opens("/segments/new");
        assertIsTold(viewer, "role.contributor");
    }

    @Test
    @Timeout(240)
    void contributorWorksWithWhatIsSharedAndIsToldWhyNotElsewhere(Site site) {
        Scene.of(site, "not-shared", 5, 100, false);
        Scene.of(site, "shared", 5, 100, true);
        Person contributor = site.person("contributor");
        contributor.goesTo("nav.connections");
        contributor.sees("shared");
        assertThat(contributor.page().getByText("not-shared")).isHidden();
        contributor.opens("/connections/new");
        assertIsTold(contributor, "role.admin");
        contributor.goesTo("nav.exports");
        contributor.linkTo("not-shared").first().click();
        assertThat(contributor.title()).hasText("not-shared");
        assertThat(contributor.button("export.run")).isHidden();
        contributor.goesTo("nav.exports");
        contributor.linkTo("shared").first().click();
        assertThat(contributor.title()).hasText("shared");
        contributor.presses("export.run");
        contributor.inDialog("export.run").click();
        assertThat(contributor.title()).hasText(contributor.say("run.title"));
        contributor.sees(contributor.say("run.status.SUCCESSFUL"));
    }

    private static void assertIsTold(Person person, String role) {
        person.sees(person.say("notAllowed.title"));
        assertThat(person.page().getByText(person.like("notAllowed.text"))).containsText(person.say(role));
    }

    private static Locator navigation(Person person, String text) {
        return person.page()
                .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName(person.say("nav.label")))
                .getByText(person.say(text));
    }
}
