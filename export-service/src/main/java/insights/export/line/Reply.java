package insights.export.line;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a destination said to a request that it understood, by HTTP and JSON. Everything else is a
 * {@link insights.export.destination.DestinationException}.
 */
public sealed interface Reply {

    /** It did what was asked. */
    record Accepted(JsonNode body) implements Reply {}

    /**
     * It refused this contact or list, and only this.
     *
     * @param status 400, 404, 409 or 422
     */
    record Refused(int status) implements Reply {

        /** The contact or the list is not there. */
        public boolean notFound() {
            return status == 404;
        }
    }
}
