package insights.platform.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepsTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);

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

    private static void show(ProgressBar bar) {
        for (int done = 0; done <= 1000; done += 10) {
            bar.show("contacts", done, 1000);
        }
        bar.end();
    }
}
