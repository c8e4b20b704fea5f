package insights.common.log;

import static org.assertj.core.api.Assertions.assertThat;

import insights.common.outage.DatabaseOutage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Log lines that people can read. */
class PlainWordsTest {

    private final PlainWords filter = new PlainWords();

    @AfterEach
    void back() {
        DatabaseOutage.outage().answered();
    }

    /** Case P12. */
    @Test
    void saysTheInnermostCauseInTheMessage() {
        ExtLogRecord line =
                line("Failed to %s", new IllegalStateException("No", new RuntimeException("Port 8080 is taken")));
        line.setParameters(new Object[] {"start"});
        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(line.getMessage()).isEqualTo("Failed to start: Port 8080 is taken");
        assertThat(line.getFormatStyle()).isEqualTo(ExtLogRecord.FormatStyle.NO_FORMAT);
    }

    @Test
    void namesTheKindOfWhatSaysNothingAndRepeatsNothing() {
        ExtLogRecord silent = line("Oh", new IllegalStateException(new NullPointerException()));
        filter.isLoggable(silent);
        assertThat(silent.getMessage()).isEqualTo("Oh: NullPointerException");
        ExtLogRecord told = line("The file is gone", new IllegalStateException("The file is gone"));
        filter.isLoggable(told);
        assertThat(told.getMessage()).isEqualTo("The file is gone");
    }

    @Test
    void keepsWhatIsOursOfAStackTrace() {
        ExtLogRecord line = line("Oh", deep(200));
        filter.isLoggable(line);
        assertThat(text(line.getThrown()).lines().count()).isLessThan(30);
        assertThat(text(line.getThrown()))
                .startsWith("java.lang.IllegalStateException: deep")
                .contains("insights.common.log.PlainWordsTest");
    }

    @Test
    void saysOnceThatTheDatabaseIsAway() {
        List<Boolean> said = List.of(
                filter.isLoggable(line("A job failed", away())),
                filter.isLoggable(line("A job failed", away())),
                filter.isLoggable(line("Another job failed", new IllegalStateException(away()))));
        assertThat(said).containsExactly(true, false, false);
        DatabaseOutage.outage().answered();
        ExtLogRecord again = line("A job failed", away());
        assertThat(filter.isLoggable(again)).isTrue();
        assertThat(again.getThrown()).isNull();
        assertThat(again.getMessage())
                .isEqualTo("The database does not answer. A job failed: Connection to localhost:5432 refused.");
    }

    @Test
    void alwaysSaysWhyAServiceDoesNotStart() {
        filter.isLoggable(line("A job failed", away()));
        ExtLogRecord line = line("Failed to start application", away());
        line.setLoggerName("io.quarkus.runtime.Application");
        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(line.getThrown()).isNull();
    }

    @Test
    void doesNotCallItAnErrorThatAJobIsCutOffAtTheEnd() {
        Ending ending = new Ending();
        ExtLogRecord cutOff = line("A job failed", new IllegalStateException("closed"));
        cutOff.setLoggerName("io.quarkus.scheduler.common.runtime.StatusEmitterInvoker");
        assertThat(filter.isLoggable(cutOff)).isTrue();
        ending.stop(null);
        assertThat(filter.isLoggable(cutOff)).isFalse();
        assertThat(filter.isLoggable(line("A request failed", new IllegalStateException("no"))))
                .isTrue();
        ending.start(null);
        assertThat(filter.isLoggable(cutOff)).isTrue();
    }

    @Test
    void leavesOtherLinesAlone() {
        ExtLogRecord line = line("All is %s", null);
        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(line.getMessage()).isEqualTo("All is %s");
    }

    private static SQLException away() {
        return new SQLException("Connection to localhost:5432 refused.", "08001");
    }

    private static RuntimeException deep(int frames) {
        return frames == 0 ? new IllegalStateException("deep") : deep(frames - 1);
    }

    private static ExtLogRecord line(String message, Throwable thrown) {
        ExtLogRecord line =
                new ExtLogRecord(Level.ERROR, message, ExtLogRecord.FormatStyle.PRINTF, PlainWordsTest.class.getName());
        line.setLoggerName("test");
        line.setThrown(thrown);
        return line;
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
