package insights.export.autopilot;

import java.time.Duration;
import java.util.Optional;

/** A request to Autopilot that brought no {@link Reply}. Messages hold no address, name or key. */
public abstract sealed class AutopilotException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private AutopilotException(String message) {
        super(message, null, false, false);
    }

    /** No answer, an unreadable one, or one that says it may work later (408, 5xx). The request may have been done. */
    public static final class Unavailable extends AutopilotException {
        private static final long serialVersionUID = 1;

        public Unavailable(String message) {
            super(message);
        }
    }

    /** So many requests failed lately that none is made for a while. */
    public static final class CircuitOpen extends AutopilotException {
        private static final long serialVersionUID = 1;

        CircuitOpen() {
            super("Autopilot failed too often lately");
        }
    }

    /** Too many requests (429), of which nothing was done; or a pause that Autopilot asks for with another error (503). */
    public static final class Throttled extends AutopilotException {
        private static final long serialVersionUID = 1;

        private final transient Duration wait;
        private final boolean maybeDone;

        /**
         * @param wait what Autopilot says to wait; null when it does not say
         * @param maybeDone whether it may have been done all the same
         */
        public Throttled(Duration wait, boolean maybeDone) {
            super("Autopilot asks for fewer requests");
            this.wait = wait;
            this.maybeDone = maybeDone;
        }

        boolean maybeDone() {
            return maybeDone;
        }

        /** How long Autopilot says to wait, if it does. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(wait);
        }
    }

    /** The key is not, or no longer, accepted (401, 403). */
    public static final class KeyRefused extends AutopilotException {
        private static final long serialVersionUID = 1;

        KeyRefused() {
            super("Autopilot refuses the API key");
        }
    }

    /** The contract with Autopilot allows no more contacts (402, or a message that says so). */
    public static final class PlanLimit extends AutopilotException {
        private static final long serialVersionUID = 1;

        PlanLimit() {
            super("Autopilot's plan allows no more contacts");
        }
    }
}
