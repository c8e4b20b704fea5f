package insights.console.start;

import java.util.List;

/** The console must not run as it is configured. Whoever runs it reads the message; where it was thrown helps nobody. */
public class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartRefusedException(List<String> faults) {
        super(
                faults.size() == 1 ? faults.getFirst() : faults.size() + " faults: " + String.join(" ", faults),
                null,
                false,
                false);
    }
}
