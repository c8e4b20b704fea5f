package insights.platform.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import insights.platform.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * How long people wait for something to be there, measured in the browser, frame by frame. It is written down and never asserted: on a
 * busy machine it says something about the machine.
 */
final class Stopwatch {

    private static final Path FILE = Build.ofThisProject().root().resolve("local-platform/target/console-waits.txt");

    private static final String UNTIL = """
            const there = () => [...document.querySelectorAll(where)].some(one => one.textContent.includes(text));
            return new Promise(done => {
              const look = () => there() ? done(performance.now() - from) : requestAnimationFrame(look);
              look();
            });
            """;

    private final Page page;

    Stopwatch(Page page) throws IOException {
        this.page = page;
        Files.deleteIfExists(FILE);
    }

    /** Opens an address, with nothing of it in the browser but what it keeps for good. */
    void opens(String what, String address, String where, String text) throws IOException {
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        write(what, page.evaluate("([where, text]) => { const from = 0; %s }".formatted(UNTIL), List.of(where, text)));
    }

    void clicks(String what, Locator button, String where, String text) throws IOException {
        write(
                what,
                button.evaluate(
                        "(button, [where, text]) => { const from = performance.now(); button.click(); %s }"
                                .formatted(UNTIL),
                        List.of(where, text)));
    }

    /** Waits for what was typed: the pause that tells typing from having typed is part of it. */
    void sees(String what, String where, String text) throws IOException {
        write(
                what,
                page.evaluate(
                        "([where, text]) => { const from = performance.now(); %s }".formatted(UNTIL),
                        List.of(where, text)));
    }

    private static void write(String what, Object millis) throws IOException {
        Files.writeString(
                FILE,
                String.format(Locale.ROOT, "%-60s %6.0f ms%n", what, ((Number) millis).doubleValue()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
