package insights.platform;

import insights.platform.process.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps what the libraries in this process log off the console. */
final class Logs {

    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    static void writeTo(RunFolder folder) {
        try {
            Handler file = new FileHandler(folder.log("local-platform").toString());
            file.setFormatter(new SimpleFormatter());
            Arrays.stream(ROOT.getHandlers()).forEach(ROOT::removeHandler);
            ROOT.addHandler(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
