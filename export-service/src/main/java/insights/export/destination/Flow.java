package insights.export.destination;

import java.util.OptionalDouble;

/** How requests to an account flow at the moment. */
public interface Flow {

    /** Before anything is known of it. */
    Flow UNKNOWN = new Flow() {
        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public OptionalDouble slowedTo() {
            return OptionalDouble.empty();
        }
    };

    /** How many requests in flight are worth having right now; at least 1, fewer while the destination throttles. */
    int atOnce();

    /** Requests a second right now, as long as throttling keeps them below what the contract allows; else empty. */
    OptionalDouble slowedTo();
}
