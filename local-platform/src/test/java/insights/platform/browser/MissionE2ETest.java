package insights.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator does all that the product is for, in each language; in the first on a platform that is empty. */
@NeedsBrowser
@Order(10)
class MissionE2ETest {

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "it-IT", "es-ES"})
    @Timeout(300)
    void fromAnEmptyPlatformToAFinishedExport(String locale, Site site) {
        Look look = Look.of(locale);
        String language = look.language();
        String key = site.newAccount(100);
        StaleSignIns signedInLongAgo = new StaleSignIns(site.platform().keycloak());
        Person admin = site.person("admin", look);
        signedInLongAgo.end();
        imports(admin, language);
        makesASegment(admin, language);
        refreshes(admin, language);
        connects(admin, language, key);
        becomesExportUser(admin);
        setsUpAnExport(admin, language);
        runsIt(admin, language);
        assertThat(site.account(key).contacts()).hasSize(CustomerFile.WRITABLE);
        admin.goesTo("nav.home");
        admin.seesLike("home.warned");
    }

    private static void imports(Person admin, String language) {
        admin.goesTo("nav.customers");
        assertThat(admin.page()
                        .request()
                        .get(admin.address("/sample-customers.csv"))
                        .text())
                .startsWith("customer_id,");
        admin.presses("import.title");
        admin.choosesFile("customers.csv", CustomerFile.of(language));
        admin.inDialog("import.preview").click();
        assertThat(admin.dialog().getByText(admin.like("import.wouldDo"))).isVisible();
        admin.inDialogLike("import.start").click();
        assertThat(admin.dialog()).isHidden();
        admin.sees(admin.say("import.status.SUCCESSFUL"));
        admin.tab("customer.fields").click();
        admin.sees("first_name");
    }

    private static void makesASegment(Person admin, String language) {
        admin.goesTo("nav.segments");
        admin.link("segment.new").first().click();
        admin.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName(admin.like("segment.begin")))
                .first()
                .click();
        admin.types("field.displayName", name(language, "segment"));
        admin.chooses(admin.field("rule.field"), "language");
        admin.field("rule.value").fill(language);
        assertThat(admin.page().locator(".insights-count"))
                .hasText(Integer.toString(CustomerFile.WRITABLE + CustomerFile.REJECTED));
        admin.presses("action.save");
        assertThat(admin.title()).hasText(name(language, "segment"));
        admin.sees(admin.say("segment.notRefreshed"));
    }

    private static void refreshes(Person admin, String language) {
        admin.goesTo("nav.refreshes");
        admin.presses("refresh.now");
        assertThat(admin.page().getByRole(AriaRole.GRID).first()).containsText(admin.say("refresh.status.SUCCESSFUL"));
        admin.goesTo("nav.segments");
        admin.linkTo(name(language, "segment")).click();
        assertThat(admin.page().locator(".insights-count"))
                .hasText(Integer.toString(CustomerFile.WRITABLE + CustomerFile.REJECTED));
    }

    private static void connects(Person admin, String language, String key) {
        admin.goesTo("nav.connections");
        admin.link("connection.add").first().click();
        admin.types("field.displayName", name(language, "connection"));
        admin.types("connection.apiKey.AUTOPILOT", key);
        assertThat(admin.button("connection.connect")).isDisabled();
        admin.page().getByLabel(admin.say("connection.agree")).check();
        admin.presses("connection.connect");
        admin.seesLike("connection.proven");
    }

    private static void becomesExportUser(Person admin) {
        admin.expectsComplaint("status of 401");
        admin.presses("connection.addExportUser");
        assertThat(admin.dialog()).containsText(admin.say("signIn.fresh.title"));
        admin.signInAgain();
        admin.seesLike("connection.exportUser.is");
        admin.presses("action.next");
    }

    private static void setsUpAnExport(Person admin, String language) {
        assertThat(admin.title()).hasText(admin.say("export.setUp"));
        admin.types("field.displayName", name(language, "export"));
        admin.field("export.connection").selectOption(option(name(language, "connection")));
        admin.page().getByLabel(name(language, "segment")).check();
        admin.presses("export.suggest");
        assertThat(admin.page().getByRole(AriaRole.GRID).first()).containsText("first_name");
        admin.presses("sample.show");
        admin.sees("@example.com");
        admin.presses("action.save");
        assertThat(admin.title()).hasText(name(language, "export"));
    }

    private static void runsIt(Person admin, String language) {
        admin.presses("export.run");
        Locator asked = admin.dialog();
        assertThat(asked).containsText(admin.say("preview.eligible"));
        assertThat(asked).containsText(admin.say("rejection.NO_EMAIL"));
        admin.inDialog("export.run").click();
        assertThat(admin.title()).hasText(admin.say("run.title"));
        admin.sees(admin.say("run.status.COMPLETED_WITH_WARNINGS"));
        admin.seesLike("run.rejections");
        admin.sees(admin.say("rejection.INVALID_EMAIL"));
        admin.sees(admin.say("rejection.DUPLICATE_EMAIL"));
        admin.sees(language + "-11");
        admin.linkTo(name(language, "export")).click();
        assertThat(admin.title()).hasText(name(language, "export"));
    }

    private static com.microsoft.playwright.options.SelectOption option(String label) {
        return new com.microsoft.playwright.options.SelectOption().setLabel(label);
    }

    private static String name(String language, String what) {
        return "Mission %s %s".formatted(language, what);
    }
}
