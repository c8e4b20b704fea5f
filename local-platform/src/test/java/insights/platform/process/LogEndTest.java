package insights.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogEndTest {

    @TempDir
    Path folder;

    /** Case P12. */
    @Test
    void theDeepestCauseComesFirstAndWarningsOfTheJvmNowhere() throws IOException {
        String why = why("""
            WARNING: A terminally deprecated method in sun.misc.Unsafe has been called
            WARNING: Please consider reporting this to the maintainers
            OpenJDK 64-Bit Server VM warning: Sharing is only supported for boot loader classes
            10:00:01,000 ERROR [io.qu.ru.Application] Failed to start application: java.lang.RuntimeException: Failed
            \tat io.quarkus.runner.ApplicationImpl.doStart(Unknown Source)
            Caused by: org.flywaydb.core.api.FlywayException: Unable to obtain connection from database
            \tat org.flywaydb.core.Flyway.migrate(Flyway.java:1)
            Caused by: java.net.ConnectException: Connection refused: localhost:15432
            \tat java.base/sun.nio.ch.Net.pollConnect(Native Method)
            \t... 12 more
            WARNING: sun.misc.Unsafe::objectFieldOffset will be removed in a future release
            """);

        assertThat(why)
                .startsWith("Connection refused: localhost:15432. The end of ")
                .contains("Failed to start application")
                .doesNotContain("WARNING", "Sharing is only", "\tat ", "more");
    }

    @Test
    void anErrorIsTheCauseWhereNoExceptionIs() throws IOException {
        assertThat(why("""
            2026-11-26 04:07:22.494 UTC [1052] LOG:  could not translate host name
            2026-11-26 04:07:22.495 UTC [1052] FATAL:  could not create any TCP/IP sockets
            pg_ctl: could not start server
            """)).startsWith("could not create any TCP/IP sockets. The end of ");
    }

    @Test
    void whatSaysNoCauseShowsItsEnd() throws IOException {
        assertThat(why("one\ntwo\n")).startsWith("The end of ").endsWith("\n    one\n    two");
        assertThat(LogEnd.of(folder.resolve("none.log"))).startsWith("There is no log at ");
    }

    private String why(String log) throws IOException {
        return LogEnd.of(Files.writeString(folder.resolve("thing.log"), log));
    }
}
