package insights.export.destination;

import java.time.Duration;
import java.util.Optional;

/** A request to a destination that brought no answer to work with. Messages hold no address, name or key. */
public abstract sealed class DestinationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private DestinationException(String message) {
        super(message, null, false, false);
    }

    /** No answer, an unreadable one, or one that says it may work later (408, 5xx). The request may have been done. */
    public static final class Unavailable extends DestinationException {
        private static final long serialVersionUID = 1;

        public Unavailable(String message) {
            super(message);
        }
    }

    /** So many requests failed lately that none is made for a while. */
    public static final class CircuitOpen extends DestinationException {
        private static final long serialVersionUID = 1;

        /** @param name of the destination */
        public CircuitOpen(String name) {
            super(name + " failed too often lately");
        }
    }

    /** Too many requests (429), of which nothing was done; or a pause that is asked for with another error (503). */
    public static final class Throttled extends DestinationException {
        private static final long serialVersionUID = 1;

        private final transient Duration wait;
        private final boolean maybeDone;

        /**
         * @param wait what the destination says to wait; null when it does not say
         * @param maybeDone whether it may have been done all the same
         */
        public Throttled(Duration wait, boolean maybeDone) {
            super("The destination asks for fewer requests");
            this.wait = wait;
            this.maybeDone = maybeDone;
        }

        /** Whether it may have been done all the same. */
        public boolean maybeDone() {
            return maybeDone;
        }

        /** How long the destination says to wait, if it does. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(wait);
        }
    }

    /** The key is not, or no longer, accepted (401, 403). */
    public static final class KeyRefused extends DestinationException {
        private static final long serialVersionUID = 1;

        public KeyRefused() {
            super("The destination refuses the API key");
        }
    }

    /** The contract with the destination allows no more contacts (402, or a message that says so). */
    public static final class PlanLimit extends DestinationException {
        private static final long serialVersionUID = 1;

        public PlanLimit() {
            super("The plan at the destination allows no more contacts");
        }
    }

    /** The account has not a field that the export fills, or has another one of its name; the message says which. */
    public static final class FieldUnavailable extends DestinationException {
        private static final long serialVersionUID = 1;

        public FieldUnavailable(String message) {
            super(message);
        }
    }
}
