package insights.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page that connects Autopilot connects Ortto too: in a region of it, and with a text to agree to that names it. */
@NeedsBrowser
@Order(15)
class ConnectOrttoE2ETest {

    @Test
    @Timeout(240)
    void whereTheAccountIsItsKeyAndWhoTheDataGoesTo(Site site) {
        String key = site.newOrttoAccount();
        String name = "Shop " + UUID.randomUUID();
        Person admin = site.person("admin");
        admin.goesTo("nav.connections");
        admin.link("connection.add").first().click();
        Locator agreement = admin.page().locator(".insights-consent");
        assertThat(agreement).containsText("Autopilot");
        admin.page()
                .getByLabel("Ortto", new Page.GetByLabelOptions().setExact(true))
                .check();
        assertThat(agreement).containsText("Ortto");
        assertThat(agreement).not().containsText("Autopilot");
        admin.types("field.displayName", name);
        admin.types("connection.apiKey.ORTTO", key);
        assertThat(admin.field("connection.region")).containsText("api.eu.ap3api.com");
        admin.page().getByLabel(admin.say("connection.agree")).check();
        admin.presses("connection.connect");
        admin.seesLike("connection.proven");
        admin.goesTo("nav.connections");
        assertThat(admin.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name)))
                .containsText(Pattern.compile("Ortto.*" + admin.say("connection.status.CONNECTED")));
    }
}
