package insights.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.services.Service;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens in the middle of something, and loses nothing that was typed. */
@NeedsBrowser
@Order(12)
class NothingIsLostE2ETest {

    private static final String NOBODY_SIGNED_IN = "status of 499";

    @Test
    @Timeout(240)
    void aSessionThatEndsInTheMiddleOfAForm(Site site) {
        Scene scene = Scene.of(site, "session", 5, 100, false);
        Person admin = site.person("admin");
        admin.opens("/exports/" + scene.export() + "/edit");
        admin.types("field.displayName", "session, typed before it ended");
        admin.expectsComplaint(NOBODY_SIGNED_IN);
        admin.isForgotten();
        admin.presses("action.save");
        assertThat(admin.dialog()).containsText(admin.say("signIn.expired.title"));
        admin.signInAgain();
        assertThat(admin.title()).hasText("session, typed before it ended");
    }

    @Test
    @Timeout(240)
    void anExportThatSomebodyElseEditedMeanwhile(Site site) {
        Scene scene = Scene.of(site, "stale", 5, 100, false);
        Person admin = site.person("admin");
        admin.opens("/exports/" + scene.export() + "/edit");
        admin.types("field.displayName", "stale, mine");
        scene.api()
                .edit("/exports/" + scene.export(), Map.of("displayName", "stale, theirs"))
                .succeeded();
        admin.expectsComplaint("status of 412");
        admin.presses("action.save");
        assertThat(admin.dialog()).containsText("stale, theirs");
        assertThat(admin.dialog()).containsText("stale, mine");
        admin.inDialog("stale.keepYours").click();
        assertThat(admin.title()).hasText("stale, mine");
    }

    @Test
    @Timeout(300)
    void exportServiceDownAndBack(Site site) {
        Scene.of(site, "down", 5, 100, false).run();
        Person admin = site.person("admin");
        admin.expectsComplaint("status of 503");
        site.platform().process(Service.EXPORT).killHard();
        admin.goesTo("nav.exports");
        admin.sees(admin.say("problem.unavailable"));
        admin.goesTo("nav.segments");
        admin.sees("down");
        admin.goesTo("nav.home");
        admin.sees(admin.say("problem.unavailable"));
        // What it does not tell now is not undone.
        assertThat(admin.page().getByText(admin.like("checklist.title"))).isHidden();
        admin.goesTo("nav.exports");
        site.platform().process(Service.EXPORT).start();
        // By itself: nobody presses anything.
        assertThat(admin.linkTo("down").first()).isVisible();
        assertThat(admin.complaints()).isEmpty();
    }
}
