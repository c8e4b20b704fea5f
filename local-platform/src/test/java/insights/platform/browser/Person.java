package insights.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody in front of the console: finds things by the words on them, in their language, and waits as long as it takes. */
final class Person implements AutoCloseable {

    /** A busy machine takes its time; nothing here waits longer than it has to. */
    private static final double PATIENCE_MILLIS = 90_000;

    private final URI console;
    private final String user;
    private final Look look;
    private final Texts texts;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private Pattern expected = Pattern.compile("(?!)");

    Person(Browser browser, URI console, String user, Look look) {
        this.console = console;
        this.user = user;
        this.look = look;
        this.texts = new Texts(look.language());
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(look.locale())
                .setTimezoneId("Europe/Rome")
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.colours()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(error -> complain("uncaught: " + error));
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complain("%s (%s)".formatted(message.text(), message.location()));
        }
    }

    private void complain(String what) {
        if (!expected.matcher(what).find()) {
            complaints.add("%s at %s: %s".formatted(user, page.url(), what));
        }
    }

    /** What the browser may complain of from now on, because the test provokes it. */
    void expectsComplaint(String regex) {
        expected = Pattern.compile(regex);
    }

    List<String> complaints() {
        return complaints;
    }

    Page page() {
        return page;
    }

    /** Opens the console, and is sent to Keycloak. */
    void signIn() {
        page.navigate(console.toString());
        giveCredentials(page);
        heading("nav.home").waitFor();
    }

    /** Types name and password into Keycloak's form. */
    void giveCredentials(Page form) {
        form.locator("#password").waitFor();
        if (form.locator("#username").isVisible() && form.locator("#username").isEditable()) {
            form.locator("#username").fill(user);
        }
        form.locator("#password").fill(user);
        form.locator("#kc-login").click();
    }

    /** Signs in once more in the window that the page opens. */
    void signInAgain() {
        Page window = page.waitForPopup(() ->
                dialog().getByRole(AriaRole.BUTTON, named("signIn.action")).click());
        giveCredentials(window);
        assertThat(dialog()).isHidden();
    }

    /** The session ends, here and at Keycloak. */
    void isForgotten() {
        context.clearCookies();
    }

    String say(String text) {
        return texts.of(text);
    }

    Pattern like(String text) {
        return texts.like(text);
    }

    /** Opens a page by its address. */
    void opens(String path) {
        page.navigate(address(path));
        title().waitFor();
    }

    /** Goes to a page by the navigation. */
    void goesTo(String text) {
        page.getByRole(
                        AriaRole.NAVIGATION,
                        new Page.GetByRoleOptions().setName(say("nav.label")).setExact(true))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(say(text)).setExact(true))
                .click();
        heading(text).waitFor();
    }

    String address(String path) {
        return console.resolve("." + path).toString();
    }

    Locator title() {
        return page.locator("#page-title");
    }

    Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(say(text)).setExact(true).setLevel(1));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(say(text)).setExact(true));
    }

    Locator inDialog(String text) {
        return dialog().getByRole(AriaRole.BUTTON, named(text));
    }

    Locator inDialogLike(String text) {
        return dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(like(text)));
    }

    void presses(String text) {
        button(text).first().click();
    }

    Locator link(String text) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(say(text)).setExact(true));
    }

    Locator linkTo(String words) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    /** A field by its label. */
    Locator field(String text) {
        return page.getByLabel(say(text), new Page.GetByLabelOptions().setExact(false))
                .first();
    }

    void types(String text, String value) {
        field(text).fill(value);
    }

    void chooses(Locator select, String option) {
        select.selectOption(option);
    }

    Locator tab(String text) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(say(text)).setExact(true));
    }

    void choosesFile(String name, String content) {
        dialog().locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    void sees(String words) {
        assertThat(page.getByText(words).first()).isVisible();
    }

    void seesLike(String text) {
        assertThat(page.getByText(like(text)).first()).isVisible();
    }

    private Locator.GetByRoleOptions named(String text) {
        return new Locator.GetByRoleOptions().setName(say(text)).setExact(true);
    }

    void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }
}
