package insights.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pages that connect and export to Autopilot do so to Ortto too: in a region of it, and with a text to agree to that names it. */
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
        exportsTo(admin, name, Scene.of(site, "tagged", 5, 100, false));
        admin.goesTo("nav.connections");
        assertThat(admin.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name)))
                .containsText(Pattern.compile("Ortto.*" + admin.say("connection.status.CONNECTED")));
    }

    /** Ortto calls the address, and who is in a segment, otherwise than Autopilot does: the same page has to do for both. */
    private static void exportsTo(Person admin, String connection, Scene customers) {
        admin.presses("connection.addExportUser");
        admin.seesLike("connection.exportUser.is");
        admin.presses("action.next");
        assertThat(admin.title()).hasText(admin.say("export.setUp"));
        admin.types("field.displayName", "Tags at Ortto");
        admin.field("export.connection").selectOption(new SelectOption().setLabel(connection));
        admin.page()
                .getByLabel(customers.name(), new Page.GetByLabelOptions().setExact(true))
                .check();
        assertThat(admin.page().getByText(admin.say("export.audience.TAG")).first())
                .isVisible();
        admin.presses("export.suggest");
        assertThat(admin.page().getByRole(AriaRole.GRID).first()).containsText("str::email");
        admin.presses("sample.show");
        admin.sees("@example.org");
        admin.presses("export.saveAndRun");
        assertThat(admin.title()).hasText(admin.say("run.title"));
        admin.sees(admin.say("run.status.SUCCESSFUL"));
    }
}
