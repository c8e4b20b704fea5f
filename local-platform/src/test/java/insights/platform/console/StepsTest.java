package insights.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StepsTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

    private long now;

    @Test
    void saysInALineWhatWasDoneAndHowLongItTook() {
        new Steps(out).done("Keycloak", Duration.ofMillis(11_250), "port 8180");

        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  Keycloak                  11.3 s   port 8180");
    }

    @Test
    void doesNotSayThatSomethingIsDoneThatFailed() {
        Steps steps = new Steps(out);

        assertThatThrownBy(() -> steps.run("Keycloak", "", () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(output.size()).isZero();
    }

    @Test
    void barMovesInPlaceOnATerminalOnly() {
        show(new ProgressBar("Export", out, true));
        String onTerminal = output.toString(StandardCharsets.UTF_8);
        output.reset();
        show(new ProgressBar("Export", out, false));
        String inFile = output.toString(StandardCharsets.UTF_8);

        assertThat(onTerminal).contains("\r", "[###############...............]  50 %   500 of 1,000 contacts");
        assertThat(inFile).doesNotContain("\r");
        assertThat(inFile.lines()).hasSizeLessThan(10).last().asString().contains("100 %");
    }

    @Test
    void barNeverFalls() {
        ProgressBar bar = new ProgressBar("Export", out, true);
        bar.show("618 of 618 contacts", 618, 1329);
        bar.show("0 of 711 put on lists", 0, 1329);
        bar.show("711 of 711 put on lists", 1329, 1329);

        assertThat(output.toString(StandardCharsets.UTF_8).split("\r"))
                .anyMatch(line -> line.contains(" 46 %   0 of 711 put on lists"))
                .noneMatch(line -> line.contains(" 0 %"));
    }

    @Test
    void silenceIsBrokenWithWhatIsWaitedFor() {
        Steps steps = new Steps(out, () -> now);
        steps.run("Keycloak", "port 8180", () -> {
            now += Duration.ofSeconds(7).toNanos();
            Waiting.breakSilence(steps);
            assertThat(output.size()).as("not yet").isZero();
            now += Duration.ofSeconds(1).toNanos();
            Waiting.breakSilence(steps);
            Waiting.breakSilence(steps);
        });
        now += Duration.ofSeconds(30).toNanos();
        Waiting.breakSilence(steps);

        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  waiting for Keycloak (8 s)", "  Keycloak                   8.0 s   port 8180");
    }

    private static void show(ProgressBar bar) {
        for (int done = 0; done <= 1000; done += 10) {
            bar.show(String.format(Locale.ROOT, "%,d of 1,000 contacts", done), done, 1000);
        }
        bar.end();
    }
}
