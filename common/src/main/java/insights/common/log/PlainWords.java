package insights.common.log;

import insights.common.outage.DatabaseOutage;
import insights.common.problem.DatabaseTrouble;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Says in the message of a log line what went wrong, so that nobody looks for it in a stack trace, and makes the trace short.
 * That the database is away is expected trouble: it is said in so many words and without a trace, by the first who notices; all
 * others are counted until it is back.
 */
@LoggingFilter(name = "plain-words")
public final class PlainWords implements Filter {

    /** A service that does not start says why, whatever was said before. */
    private static final String START = "io.quarkus.runtime";

    /** A job that a service on its way out cuts off is begun again by whoever comes next, and is no error. */
    private static final String JOBS = "io.quarkus.scheduler";

    private static final Formatter SAID = new PatternFormatter("%s");

    @Override
    public boolean isLoggable(LogRecord line) {
        Throwable thrown = line.getThrown();
        if (thrown == null || !(line instanceof ExtLogRecord record)) {
            return true;
        }
        if (Ending.hasBegun() && isOf(JOBS, record)) {
            return false;
        }
        boolean isAway = DatabaseTrouble.isAway(thrown);
        String cause = isAway ? DatabaseTrouble.reason(thrown) : Cause.of(thrown);
        String message = withCause(SAID.format(record), cause);
        record.setParameters(null);
        record.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
        if (isAway) {
            record.setThrown(null);
            return isOf(START, record) || isFirst(record);
        }
        record.setThrown(Cause.isSaidInFull(thrown) ? null : ShortTrace.of(thrown));
        return true;
    }

    private static boolean isFirst(ExtLogRecord line) {
        if (!DatabaseOutage.outage().countOne()) {
            return false;
        }
        line.setMessage("The database does not answer. " + line.getMessage(), ExtLogRecord.FormatStyle.NO_FORMAT);
        return true;
    }

    private static String withCause(String message, String cause) {
        return message == null || message.isEmpty()
                ? cause
                : message.contains(cause) ? message : message + ": " + cause;
    }

    private static boolean isOf(String who, LogRecord line) {
        return line.getLoggerName() != null && line.getLoggerName().startsWith(who);
    }
}
