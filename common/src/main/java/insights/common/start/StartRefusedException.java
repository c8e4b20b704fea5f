package insights.common.start;

import java.util.List;

/** The service must not run as it is configured. Whoever runs it reads the message; where it was thrown helps nobody. */
public class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartRefusedException(List<String> faults) {
        super(message(faults), null, false, false);
    }

    private static String message(List<String> faults) {
        return faults.size() == 1 ? faults.getFirst() : faults.size() + " faults: " + String.join(" ", faults);
    }
}
