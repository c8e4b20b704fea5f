package insights.export.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What a destination said to a request that it understood, by HTTP and JSON. Everything else is a
 * {@link insights.export.destination.DestinationException}.
 */
public sealed interface Reply {

    /** What it says. */
    JsonNode body();

    /** It did what was asked. */
    record Accepted(JsonNode body) implements Reply {}

    /**
     * It refused this contact or list, and only this.
     *
     * @param status 400, 404, 409 or 422
     * @param body what it says of it
     */
    record Refused(int status, JsonNode body) implements Reply {

        public Refused(int status) {
            this(status, MissingNode.getInstance());
        }

        /** The contact or the list is not there. */
        public boolean notFound() {
            return status == 404;
        }
    }
}
