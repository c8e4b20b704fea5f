package insights.export.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that the service logs while it is open, down to DEBUG, whatever the configuration keeps of it. */
public final class LogTap extends Handler implements AutoCloseable {

    /** The HTTP client of the tests themselves, which prints what it sends. */
    private static final List<String> NOT_THE_SERVICE = List.of("org.apache.http", "io.restassured");

    private final PatternFormatter formatter = new PatternFormatter("%s");
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Map<Handler, Level> others = new HashMap<>();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Queue<ExtLogRecord> records = new ConcurrentLinkedQueue<>();

    public LogTap() {
        // Nobody wants to read all that.
        for (Handler other : root.getHandlers()) {
            others.put(other, other.getLevel());
            other.setLevel(Level.INFO);
        }
        root.setLevel(Level.FINE);
        root.addHandler(this);
    }

    /** The lines: logger, message, context, and the stack trace where there is one. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    public List<ExtLogRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public void publish(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        if (NOT_THE_SERVICE.stream().anyMatch(logger::startsWith)) {
            return;
        }
        ExtLogRecord extended = ExtLogRecord.wrap(line);
        extended.copyAll();
        records.add(extended);
        StringWriter text = new StringWriter();
        text.append(logger).append(' ').append(formatter.format(extended));
        text.append(' ').append(extended.getMdcCopy().toString());
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text));
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
        others.forEach(Handler::setLevel);
    }
}
