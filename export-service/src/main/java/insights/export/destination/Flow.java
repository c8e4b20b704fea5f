package insights.export.destination;

import java.util.OptionalDouble;

/** How requests to an account flow at the moment. */
public interface Flow {

    /** How many requests in flight are worth having right now; at least 1, fewer while the destination throttles. */
    int atOnce();

    /** Requests a second right now, as long as throttling keeps them below what the contract allows; else empty. */
    OptionalDouble slowedTo();
}
