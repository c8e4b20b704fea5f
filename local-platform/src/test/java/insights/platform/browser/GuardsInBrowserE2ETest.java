package insights.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that stop: because somebody says so, or until somebody says yes. */
@NeedsBrowser
@Order(13)
class GuardsInBrowserE2ETest {

    @Test
    @Timeout(240)
    void aRunIsCancelled(Site site) {
        Scene scene = Scene.of(site, "slow", 200, 1, false);
        Person admin = site.person("admin");
        admin.opens("/exports/" + scene.export());
        admin.presses("export.run");
        admin.inDialog("export.run").click();
        assertThat(admin.title()).hasText(admin.say("run.title"));
        admin.presses("run.cancel");
        assertThat(admin.dialog().getByText(admin.like("run.cancel.text"))).isVisible();
        admin.inDialog("run.cancel").click();
        // Live: nobody loads the page anew.
        admin.sees(admin.say("run.status.CANCELED"));
        assertThat(admin.button("run.cancel")).isHidden();
    }

    @Test
    @Timeout(300)
    void aMassRemovalIsConfirmedInNumbers(Site site) {
        Scene scene = Scene.of(site, "shrinking", 120, 100, false);
        scene.run();
        assertThat(scene.account().contacts()).hasSize(120);
        scene.shrinksTo(20);
        Person admin = site.person("admin");
        admin.opens("/exports/" + scene.export());
        admin.presses("export.run");
        assertThat(admin.dialog()).containsText(admin.say("stop.MASS_REMOVAL"));
        assertThat(admin.inDialog("export.confirmAndRun")).isDisabled();
        assertThat(admin.dialog().getByText(admin.like("export.confirmRemovals")))
                .containsText("100");
        admin.dialog().getByLabel(admin.like("export.confirmRemovals")).check();
        admin.inDialog("export.confirmAndRun").click();
        admin.sees(admin.say("run.status.SUCCESSFUL"));
        assertThat(scene.account().contacts().values())
                .filteredOn(contact -> !contact.lists().isEmpty())
                .hasSize(20);
    }
}
